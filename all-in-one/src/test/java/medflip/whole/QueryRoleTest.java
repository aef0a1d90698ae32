package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As whom a query side that is a process of its own reaches the database. */
class QueryRoleTest {

    /** All that it may outside of the views; what isn't here it doesn't see. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("events.domain_event", "SELECT"),
            Map.entry("write.spring_session", "SELECT, INSERT, UPDATE, DELETE"),
            Map.entry("write.spring_session_attributes", "SELECT, INSERT, UPDATE, DELETE"),
            Map.entry("write.api_key", "SELECT, UPDATE"),
            Map.entry("write.one_time_link", "SELECT"),
            Map.entry("write.subscription", "SELECT"),
            Map.entry("write.feature_use", "SELECT, INSERT, UPDATE"),
            Map.entry("write.access_entry", "SELECT, INSERT"),
            Map.entry("write.sign_in_record", "SELECT"),
            Map.entry("write.support_look", "SELECT, INSERT, UPDATE"),
            Map.entry("write.erasure", "SELECT"),
            Map.entry("write.tenant_size", "SELECT"),
            Map.entry("write.file", "SELECT"),
            Map.entry("write.export", "SELECT, UPDATE"),
            Map.entry("write.export_part", "SELECT, INSERT, DELETE"),
            Map.entry("write.dead_letter", "SELECT, INSERT, UPDATE, DELETE"));

    private final JdbcClient jdbc = RunningService.shared().bean(JdbcClient.class);

    private record Right(String name, String rights) {}

    @Test
    void it_may_read_the_log_and_what_doors_and_lists_need_and_opens_nothing_else() {
        Map<String, String> rights =
                jdbc.sql("""
                        SELECT n.nspname || '.' || c.relname AS name,
                               string_agg(p.privilege, ', ' ORDER BY p.place) AS rights
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE'])
                             WITH ORDINALITY AS p (privilege, place)
                        WHERE n.nspname IN ('events', 'write') AND c.relkind = 'r'
                          AND has_table_privilege('medflip_query', c.oid, p.privilege)
                        GROUP BY 1
                        """).query(Right.class).list().stream().collect(Collectors.toMap(Right::name, Right::rights));
        assertThat(rights).containsExactlyInAnyOrderEntriesOf(ALLOWED);
    }

    @Test
    void it_can_neither_add_to_the_log_nor_make_anything_nor_pass_by_the_tenants_policies() {
        assertThat(jdbc.sql("""
                        SELECT has_any_column_privilege('medflip_query', 'events.domain_event', 'INSERT, UPDATE')
                            OR (SELECT bool_or(has_function_privilege('medflip_query', p.oid, 'EXECUTE'))
                                FROM pg_proc p WHERE p.pronamespace = 'events'::regnamespace)
                            OR has_schema_privilege('medflip_query', 'read', 'CREATE')
                            OR has_schema_privilege('medflip_query', 'write', 'CREATE')
                            OR has_schema_privilege('medflip_query', 'events', 'CREATE')
                            OR (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'medflip_query')
                        """).query(Boolean.class).single()).isFalse();
    }

    @Test
    void it_may_fill_every_view() {
        assertThat(jdbc.sql("""
                        SELECT c.relname FROM pg_class c
                        WHERE c.relnamespace = 'read'::regnamespace AND c.relkind = 'r'
                          AND NOT (has_table_privilege('medflip_query', c.oid, 'SELECT')
                               AND has_table_privilege('medflip_query', c.oid, 'INSERT')
                               AND has_table_privilege('medflip_query', c.oid, 'UPDATE')
                               AND has_table_privilege('medflip_query', c.oid, 'DELETE'))
                        """).query(String.class).list()).isEmpty();
    }
}
