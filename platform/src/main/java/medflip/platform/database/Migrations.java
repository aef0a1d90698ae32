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
