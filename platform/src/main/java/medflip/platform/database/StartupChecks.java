package medflip.platform.database;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold of the databases before the service takes its first request; a start without it fails. */
public final class StartupChecks {

    /** Tables that hold no tenant's data, each with what it is. Any other table must be under row-level security. */
    static final Map<String, String> WITHOUT_TENANT = Map.ofEntries(
            Map.entry("public.flyway_schema_history", "the migrations"),
            Map.entry("read.token_entry", "how far each processor is"),
            Map.entry("read.paused_processor", "names of processors that an operator stopped"),
            Map.entry("read.rebuild", "how rebuilds of views stand"),
            Map.entry("write.spring_session", "sessions, found by their secret before a tenant is known"),
            Map.entry("write.spring_session_attributes", "the same"),
            Map.entry("write.sign_in", "sign-in names, found by their keyed hash before a tenant is known"),
            Map.entry("write.sign_up", "wishes of people who are nobody's yet, their addresses sealed"),
            Map.entry("write.passkey_challenge", "random bytes, given out before anybody is known"),
            Map.entry("write.password_reset_request", "keyed hashes of addresses, before it is looked whose they are"),
            Map.entry("write.retention_tick", "counts of what was destroyed over all tenants"),
            Map.entry("write.said_about_noted", "how far the log is noted"),
            Map.entry("events.log_place", "one word: where the log is kept"),
            Map.entry("events.command_key", "random bytes that command sides know each other by"),
            Map.entry("events.log_group", "hashes and counts over all tenants' events"),
            Map.entry("write.scheduled_tasks", "jobs, which hold ids only"),
            Map.entry("read.view_job", "jobs of a query side that is a process of its own"));

    private StartupChecks() {}

    /** @throws IllegalStateException if an acknowledged write could be lost */
    public static void requireDurability(DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            String value = jdbc.sql("SELECT current_setting(:setting)")
                    .param("setting", setting)
                    .query(String.class)
                    .single();
            if (value.equals("off")) {
                throw new IllegalStateException("PostgreSQL runs with " + setting
                        + " off: what is acknowledged could be lost. Set it on, then start again.");
            }
        }
    }

    /** @throws IllegalStateException if the role could add to the log, which nobody but a command side may */
    public static void requireNoAppend(DataSource dataSource) {
        boolean appends =
                JdbcClient.create(dataSource).sql("""
                        SELECT has_any_column_privilege('events.domain_event', 'INSERT, UPDATE')
                            OR bool_or(has_function_privilege(p.oid, 'EXECUTE'))
                        FROM pg_proc p WHERE p.proname IN ('append', 'restore') AND p.pronamespace = 'events'::regnamespace
                        """).query(Boolean.class).single();
        if (appends) {
            throw new IllegalStateException("The database role may add to the log: use medflip_query.");
        }
    }

    /** @throws IllegalStateException naming every table that one tenant could read of another */
    public static void requireRowLevelSecurity(DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        boolean privileged = jdbc.sql("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                .query(Boolean.class)
                .single();
        if (privileged) {
            throw new IllegalStateException("The database role may pass by row-level security: use medflip_service.");
        }
        List<String> unprotected = jdbc.sql(UNPROTECTED)
                .param("exempt", Set.copyOf(WITHOUT_TENANT.keySet()).toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
        if (!unprotected.isEmpty()) {
            throw new IllegalStateException("Without forced row-level security for one tenant: " + unprotected);
        }
    }

    private static final String UNPROTECTED = """
            SELECT n.nspname || '.' || c.relname
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p')
              AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND n.nspname NOT LIKE 'pg\\_%'
              AND NOT n.nspname || '.' || c.relname = ANY (:exempt)
              -- What a rebuild has yet to put in place is nobody's to see.
              AND has_schema_privilege('medflip_tenant', n.oid, 'USAGE')
              AND (NOT c.relrowsecurity
                   OR NOT c.relforcerowsecurity
                   OR pg_get_userbyid(c.relowner) = current_user
                   OR NOT EXISTS (SELECT FROM pg_policy p
                                  WHERE p.polrelid = c.oid AND p.polname = 'one_tenant'
                                    AND pg_get_expr(p.polqual, p.polrelid) LIKE '%app.tenant%'))
            ORDER BY 1
            """;
}
