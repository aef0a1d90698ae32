package medflip.platform.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import medflip.kernel.TenantId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what each business has, a stretch of the log at a time, off everybody's way. A row of the log is never read
 * further than whose it is, when it came, and whether it begins a person, a deal or a sale. Businesses of which the
 * keys are destroyed are left out: that they were erased is an event too, and would bring their counts back.
 */
@Configuration(proxyBeanMethods = false)
class TenantSizes {

    private static final int STRETCH = 50_000;

    @Bean
    RecurringTask<Void> countTenantSizes(
            JdbcClient jdbc, @Value("${medflip.operation.count-every:1m}") Duration every) {
        return Tasks.recurring("operation.sizes", FixedDelay.of(every)).execute((task, context) -> {
            while (count(jdbc)) {}
            forgetErased(jdbc);
        });
    }

    /**
     * Counts the next stretch, and notes in the same statement how far it came; false once there is no more. Positions
     * become visible in their order, so none is missed.
     */
    private static boolean count(JdbcClient jdbc) {
        return jdbc.sql("""
                        WITH reached AS (SELECT coalesce(max(counted_up_to), 0) AS position FROM write.tenant_size),
                        stretch AS (
                            SELECT e.tenant_id, e.type, e.sequence_number, e.recorded_at, e.global_index
                            FROM events.domain_event e, reached
                            WHERE e.global_index > reached.position ORDER BY e.global_index LIMIT :stretch),
                        counted AS (
                            SELECT tenant_id, count(*) AS events,
                                   count(*) FILTER (WHERE type = 'Customer' AND sequence_number = 0) AS people,
                                   count(*) FILTER (WHERE type = 'Deal' AND sequence_number = 0) AS deals,
                                   count(*) FILTER (WHERE type = 'Sale' AND sequence_number = 0) AS sales,
                                   max(recorded_at) AS last_event_at
                            FROM stretch
                            WHERE NOT EXISTS (SELECT FROM write.closed_account c
                                WHERE c.tenant_id = stretch.tenant_id
                                  AND (c.prepared IS NOT NULL OR c.erased_on IS NOT NULL))
                            GROUP BY tenant_id
                            UNION ALL
                            SELECT :service, 0, 0, 0, 0, NULL WHERE EXISTS (SELECT FROM stretch)
                              AND NOT EXISTS (SELECT FROM stretch WHERE tenant_id = :service))
                        INSERT INTO write.tenant_size AS s
                            (tenant_id, events, people, deals, sales, last_event_at, counted_up_to)
                        SELECT tenant_id, events, people, deals, sales, last_event_at,
                               (SELECT max(global_index) FROM stretch)
                        FROM counted
                        ON CONFLICT (tenant_id) DO UPDATE SET
                            events = s.events + excluded.events, people = s.people + excluded.people,
                            deals = s.deals + excluded.deals, sales = s.sales + excluded.sales,
                            last_event_at = coalesce(excluded.last_event_at, s.last_event_at),
                            counted_up_to = excluded.counted_up_to
                        """)
                        .param("stretch", STRETCH)
                        .param("service", TenantId.SERVICE.value())
                        .update()
                > 0;
    }

    /** What was being counted while a business was erased. */
    private static void forgetErased(JdbcClient jdbc) {
        jdbc.sql("""
                        DELETE FROM write.tenant_size s USING write.closed_account c
                        WHERE c.tenant_id = s.tenant_id AND c.erased_on IS NOT NULL
                        """).update();
    }
}
