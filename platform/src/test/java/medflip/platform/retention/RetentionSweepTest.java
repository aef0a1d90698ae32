package medflip.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionSweepTest {

    private static final DatabaseAccess ACCESS = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.connections(ACCESS.url(), ACCESS.service()));
    private static final Duration MONTH = Duration.ofDays(30);

    private final Instant now = Instant.now();
    private final TickStore ticks = new TickStore(JDBC);
    private final RetentionRule rule = new RetentionRule(
            "tests.links",
            "P7",
            "Links of a test",
            MONTH,
            MONTH.plusDays(1),
            RetainedRows.deleted(JDBC, "write.one_time_link", "r.good_until < :before"));

    @BeforeEach
    void nothingIsKept() {
        JDBC.sql("DELETE FROM write.one_time_link").update();
    }

    @Test
    void P7_after_any_downtime_all_that_is_due_goes_and_the_rest_stays() {
        evenClock();
        keep(RetentionSweep.STEP + 1, MONTH.plusDays(60));
        keep(1, MONTH.plusMinutes(1));
        keep(2, MONTH.minusMinutes(1));
        sweep(rule).sweep();
        assertThat(kept()).isEqualTo(2);
        Tick tick = ticks.last().orElseThrow();
        assertThat(tick.destroyed()).isEqualTo(RetentionSweep.STEP + 2);
        assertThat(tick.late()).isZero();
    }

    @Test
    void P7_nothing_goes_after_a_jump_of_the_clock_and_what_is_late_then_is_told() {
        ticks.add(new Tick(now.minus(Duration.ofDays(100)), now.minus(Duration.ofDays(400)), 0, Map.of()));
        keep(3, MONTH.plusDays(2));
        keep(1, MONTH.plusMinutes(1));
        sweep(rule).sweep();
        assertThat(kept()).isEqualTo(4);
        assertThat(ticks.last().orElseThrow().late()).isEqualTo(3);
    }

    @Test
    void nothing_goes_and_no_evidence_is_left_while_the_clocks_differ() {
        evenClock();
        keep(1, MONTH.plusDays(2));
        Tick before = ticks.last().orElseThrow();
        new RetentionSweep(List.of(rule), ticks, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(30))).sweep();
        assertThat(kept()).isEqualTo(1);
        assertThat(ticks.last()).contains(before);
    }

    @Test
    void a_rule_that_fails_holds_up_no_other() {
        evenClock();
        keep(1, MONTH.plusDays(2));
        RetentionRule broken = new RetentionRule(
                "tests.broken",
                "P7",
                "Nothing",
                MONTH,
                MONTH.plusDays(1),
                RetainedRows.deleted(JDBC, "write.no_such_table", "true"));
        assertThatThrownBy(() -> sweep(broken, rule).sweep()).isInstanceOf(IllegalStateException.class);
        assertThat(kept()).isZero();
    }

    @Test
    void evidence_is_left_once_an_hour_where_there_is_nothing_to_say_and_can_not_be_changed() {
        evenClock();
        sweep(rule).sweep();
        Tick first = ticks.last().orElseThrow();
        sweep(rule).sweep();
        assertThat(ticks.last()).contains(first);
        assertThatThrownBy(() ->
                        JDBC.sql("UPDATE write.retention_tick SET late = 0").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> JDBC.sql("DELETE FROM write.retention_tick").update())
                .isInstanceOf(DataAccessException.class);
    }

    /** There is evidence of the last days, the newest of it two hours old. */
    private void evenClock() {
        ticks.add(new Tick(now.minus(Duration.ofHours(2)), now.minus(Duration.ofDays(5)), 0, Map.of()));
    }

    private RetentionSweep sweep(RetentionRule... rules) {
        return new RetentionSweep(List.of(rules), ticks, Clock.systemUTC());
    }

    private void keep(int links, Duration old) {
        JDBC.sql("""
                        INSERT INTO write.one_time_link (token_hash, tenant_id, link_id, subject, purpose, good_until)
                        SELECT gen_random_uuid()::text, :tenant, gen_random_uuid(), 'user/somebody', 'tests', :until
                        FROM generate_series(1, :links)
                        """)
                .param("tenant", UUID.randomUUID())
                .param("until", now.minus(old).atOffset(ZoneOffset.UTC))
                .param("links", links)
                .update();
    }

    private static int kept() {
        return JDBC.sql("SELECT count(*) FROM write.one_time_link")
                .query(Integer.class)
                .single();
    }
}
