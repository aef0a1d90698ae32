package medflip.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one tenant's page costs doesn't grow with what the other tenants have. */
class TenantStreamPlanTest {

    private static final int PAGE = 100;

    @Test
    void a_page_of_a_tenant_among_a_thousand_costs_what_one_among_ten_does() {
        // Among ten, events are of a real size: then too no two of a tenant lie on the same block of the table.
        JsonNode few = planOfPage(10_000, 10, 700);
        JsonNode many = planOfPage(1_000_000, 1000, 2);

        assertThat(indexOf(few)).isEqualTo("tenant_stream");
        assertThat(indexOf(many)).isEqualTo("tenant_stream");
        assertThat(many.get("Actual Rows").asDouble()).isEqualTo(PAGE);
        // All that grows is the index, by a level.
        assertThat(buffers(many)).isLessThanOrEqualTo(PAGE + 10).isLessThanOrEqualTo(buffers(few) + 10);
    }

    @Test
    void what_a_tenant_that_has_become_quiet_did_not_do_costs_nothing() {
        DatabaseAccess access = TestDatabase.create();
        fill(access, 10_000, 2, 2);
        JdbcClient superuser = JdbcClient.create(TestDatabase.superuser(access.url()));
        superuser
                .sql("DELETE FROM events.domain_event WHERE tenant_id = ? AND global_index > 1000")
                .param(tenant(1).value())
                .update();
        superuser.sql("VACUUM ANALYZE events.domain_event").update();
        JsonNode plan = plan(access, tenant(1), 1000);
        assertThat(indexOf(plan)).isEqualTo("tenant_stream");
        assertThat(buffers(plan)).isLessThan(PAGE);
    }

    private static JsonNode planOfPage(int events, int tenants, int bytes) {
        DatabaseAccess access = TestDatabase.create();
        fill(access, events, tenants, bytes);
        return plan(access, tenant(tenants / 2), events / 2);
    }

    private static JsonNode plan(DatabaseAccess access, TenantId tenant, long after) {
        JdbcClient service = JdbcClient.create(new DriverManagerDataSource(
                access.url(), access.service().role(), access.service().password()));
        String plan = service.sql("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + EventTable.OF_TENANT)
                .param("tenant", tenant.value())
                .param("after", after)
                .param("limit", PAGE)
                .query(String.class)
                .single();
        return JsonMapper.shared().readTree(plan).get(0).get("Plan");
    }

    /** Events of all tenants in turn, as they would come; quickly, past the lock, the log and the costly index. */
    private static void fill(DatabaseAccess access, int events, int tenants, int bytes) {
        JdbcClient superuser = JdbcClient.create(TestDatabase.superuser(access.url()));
        superuser.sql("ALTER TABLE events.domain_event SET UNLOGGED").update();
        superuser
                .sql("ALTER TABLE events.domain_event DROP CONSTRAINT one_event_a_version")
                .update();
        superuser
                .sql("""
                INSERT INTO events.domain_event (aggregate_identifier, sequence_number, type, event_identifier,
                    time_stamp, payload_type, payload, meta_data)
                SELECT '00000000-0000-0000-0000-' || lpad((n % :tenants)::text, 12, '0') || '/note/' || n / :tenants,
                       0, 'Note', '00000000-0000-0000-0000-000000000000', now(), 'notes.Noted',
                       convert_to(repeat(' ', :bytes), 'UTF8'), '{}'
                FROM generate_series(1, :events) n
                """)
                .param("tenants", tenants)
                .param("events", events)
                .param("bytes", bytes)
                .update();
        superuser.sql("VACUUM ANALYZE events.domain_event").update();
    }

    private static TenantId tenant(int number) {
        return new TenantId(new UUID(0, Long.parseLong(String.valueOf(number), 16)));
    }

    private static String indexOf(JsonNode plan) {
        return plan.findValue("Index Name").asString();
    }

    private static long buffers(JsonNode plan) {
        return plan.get("Shared Hit Blocks").asLong()
                + plan.get("Shared Read Blocks").asLong();
    }
}
