package medflip.platform.database;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Brings both databases to the present form, as their owner. Each module numbers its own migrations in ranges of its
 * own, so a data folder meets some that are new to it below the newest it has.
 */
public final class Migrations {

    private Migrations() {}

    public static void migrate(DatabaseAccess access) {
        migrate(access.url(), access.owner(), "classpath:db/medflip");
        migrate(access.keysUrl(), access.owner(), "classpath:db/keys");
        handOverViews(access);
    }

    /**
     * Gives the views' tables to the role that makes others beside them, one at a time, so that a service which goes on
     * meanwhile never waits for two. What was made beside them by another role goes; it is made again when it is asked
     * for.
     */
    private static void handOverViews(DatabaseAccess access) {
        try (SingleConnectionDataSource connection = new SingleConnectionDataSource(
                access.url(), access.owner().role(), access.owner().password(), true)) {
            JdbcClient owner = JdbcClient.create(connection);
            owner.sql("""
                        SELECT format('ALTER TABLE read.%I OWNER TO medflip_views', relname) FROM pg_class
                        WHERE relnamespace = 'read'::regnamespace AND relkind IN ('r', 'p')
                          AND relowner <> 'medflip_views'::regrole
                        UNION ALL
                        SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
                        WHERE nspname ~ '^(past|rebuilt|check)_' AND nspowner <> 'medflip_views'::regrole
                        UNION ALL
                        SELECT format('DELETE FROM past.moment WHERE schema_name = %L', nspname) FROM pg_namespace
                        WHERE nspname LIKE 'past\\_%' AND nspowner <> 'medflip_views'::regrole
                        """)
                    .query(String.class)
                    .list()
                    .forEach(step -> owner.sql(step).update());
        }
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
                // During an upgrade an older version may start beside a newer one, which has migrated.
                .ignoreMigrationPatterns("*:missing", "*:future")
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
