package medflip.platform.database;

import org.flywaydb.core.Flyway;

/**
 * Brings both databases to the present form, as their owner. Each module numbers its own migrations in ranges of its
 * own, so a data folder meets some that are new to it below the newest it has.
 */
public final class Migrations {

    private Migrations() {}

    public static void migrate(DatabaseAccess access) {
        migrate(access.url(), access.owner(), "classpath:db/medflip");
        migrate(access.keysUrl(), access.owner(), "classpath:db/keys");
    }

    /**
     * For a process that doesn't migrate.
     *
     * @throws IllegalStateException if the databases aren't as this version needs them
     */
    static void requireDone(DatabaseAccess access) {
        int missing = Flyway.configure()
                .dataSource(
                        access.url(), access.service().role(), access.service().password())
                .locations("classpath:db/medflip")
                .outOfOrder(true)
                .load()
                .info()
                .pending()
                .length;
        if (missing > 0) {
            throw new IllegalStateException(
                    "The database lacks " + missing + " migrations: start a command side of this version first.");
        }
    }

    private static void migrate(String url, DatabaseAccess.Login owner, String location) {
        Flyway.configure()
                .dataSource(url, owner.role(), owner.password())
                .locations(location)
                .failOnMissingLocations(true)
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
