package medflip.platform.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures over all businesses that tell an operator when to look: each is asked when they are fetched. */
@Configuration(proxyBeanMethods = false)
class OperationMeters {

    @Bean
    MeterBinder whatIsStuck(JdbcClient jdbc) {
        return registry -> {
            gauge(jdbc, "medflip.dead.letters", "Events that a processor couldn't take", """
                    SELECT count(*) FROM write.dead_letter
                    """)
                    .register(registry);
            gauge(jdbc, "medflip.outbox.age", "Seconds that the oldest due effect has waited", """
                    SELECT coalesce(extract(epoch FROM now() - min(due_at)), 0) FROM write.outbox
                    WHERE state = 'PENDING' AND due_at <= now()
                    """)
                    .baseUnit("seconds")
                    .register(registry);
            gauge(jdbc, "medflip.inbox.age", "Seconds that the oldest unread delivery has waited", """
                    SELECT coalesce(extract(epoch FROM now() - min(received_at)), 0) FROM write.inbox
                    WHERE state = 'PENDING'
                    """)
                    .baseUnit("seconds")
                    .register(registry);
            gauge(jdbc, "medflip.retention.late", "Things past the limit that a promise sets, at the last sweep", """
                    SELECT coalesce((SELECT late FROM write.retention_tick ORDER BY tick_number DESC LIMIT 1), 0)
                    """)
                    .register(registry);
        };
    }

    private static Gauge.Builder<?> gauge(JdbcClient jdbc, String name, String what, String sql) {
        return Gauge.builder(name, () -> jdbc.sql(sql).query(Double.class).single())
                .description(what);
    }
}
