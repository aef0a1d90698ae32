package medflip.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finding what is said about somebody costs what is said about them, however much else their business has. */
class MentionsTest {

    private static final int EVENTS = 60_000;
    private static final int OF_EACH = 20;
    private static final TenantId TENANT = new TenantId(new UUID(0, 7));

    private final DatabaseAccess access = TestDatabase.create();
    private final DriverManagerDataSource source = new DriverManagerDataSource(
            access.url(), access.service().role(), access.service().password());
    private final Mentions mentions = new Mentions(source);

    @Test
    void P8_what_is_said_about_one_of_many_is_read_alone_and_before_it_is_noted_too() {
        add(0, EVENTS);
        List<Long> unnoted = positions(17);
        assertThat(unnoted).hasSize(OF_EACH).isSorted();

        mentions.note();
        superuser().sql("VACUUM ANALYZE events.domain_event, write.said_about").update();
        assertThat(positions(17)).isEqualTo(unnoted);
        assertThat(buffers(17)).as("of about 10,000").isLessThan(10 * OF_EACH);

        add(EVENTS, EVENTS / OF_EACH);
        assertThat(positions(17))
                .as("one more came since")
                .hasSize(OF_EACH + 1)
                .startsWith(unnoted.toArray(Long[]::new));
        mentions.note();
        mentions.note();
        assertThat(positions(17)).hasSize(OF_EACH + 1);
        assertThat(mentions.of(new TenantId(new UUID(0, 8)), Set.of(subject(17))))
                .as("of another business")
                .isEmpty();
        assertThat(mentions.of(TENANT, Set.of(subject(17), subject(18)))).hasSize(2 * (OF_EACH + 1));
    }

    private List<Long> positions(int person) {
        return mentions.of(TENANT, Set.of(subject(person))).stream()
                .map(StoredEvent::position)
                .toList();
    }

    private static String subject(int person) {
        return "customer/" + new UUID(0, person);
    }

    /** Of all people in turn, each with something to read beside. */
    private void add(int from, int events) {
        superuser()
                .sql("""
                        INSERT INTO events.domain_event (aggregate_identifier, sequence_number, type, event_identifier,
                            time_stamp, payload_type, payload, meta_data)
                        SELECT :tenant || '/note/' || n, 0, 'Note', gen_random_uuid(), now(), 'notes.Noted',
                               convert_to('{"text":{"enc":"v1","subject":"customer/' || (CASE n % :people
                                   WHEN 17 THEN :one WHEN 18 THEN :other ELSE gen_random_uuid()::text END)
                                   || '","key":"main","data":"' || repeat('x', 700) || '"}}', 'UTF8'), '{}'
                        FROM generate_series(:from, :from + :events - 1) n
                        """)
                .param("tenant", TENANT.toString())
                .param("one", new UUID(0, 17).toString())
                .param("other", new UUID(0, 18).toString())
                .param("people", EVENTS / OF_EACH)
                .param("from", from)
                .param("events", events)
                .update();
    }

    private JdbcClient superuser() {
        return JdbcClient.create(TestDatabase.superuser(access.url()));
    }

    private long buffers(int person) {
        String plan = JdbcClient.create(source)
                .sql("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + Mentions.OF)
                .param("tenant", TENANT.value())
                .param("subjects", new String[] {subject(person)})
                .query(String.class)
                .single();
        JsonNode read = JsonMapper.shared().readTree(plan).get(0).get("Plan");
        return read.get("Shared Hit Blocks").asLong()
                + read.get("Shared Read Blocks").asLong();
    }
}
