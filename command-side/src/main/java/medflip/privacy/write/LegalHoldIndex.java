package medflip.privacy.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.privacy.events.HoldBookId;
import medflip.privacy.events.LegalHoldEvent.LegalHoldPlaced;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReleased;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReviewed;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which businesses have holds, and which of these nobody has looked at in time. What is held is asked of the log. */
@Component
@ProcessingGroup("privacy.hold-index")
class LegalHoldIndex {

    private final JdbcClient jdbc;

    LegalHoldIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(LegalHoldPlaced event) {
        put(event.bookId(), event.holdId(), event.reviewOn());
    }

    @EventHandler
    void on(LegalHoldReviewed event) {
        put(event.bookId(), event.holdId(), event.reviewOn());
    }

    @EventHandler
    void on(LegalHoldReleased event) {
        jdbc.sql("DELETE FROM write.legal_hold WHERE tenant_id = :tenant AND hold_id = :hold")
                .param("tenant", event.bookId().tenantId().value())
                .param("hold", event.holdId())
                .update();
    }

    private void put(HoldBookId book, UUID hold, LocalDate reviewOn) {
        jdbc.sql("""
                        INSERT INTO write.legal_hold (tenant_id, hold_id, review_on) VALUES (:tenant, :hold, :review)
                        ON CONFLICT (tenant_id, hold_id) DO UPDATE SET review_on = excluded.review_on
                        """)
                .param("tenant", book.tenantId().value())
                .param("hold", hold)
                .param("review", reviewOn)
                .update();
    }

    /** How many should have been looked at before today. */
    private long overdue() {
        return jdbc.sql("SELECT count(*) FROM write.legal_hold WHERE review_on < (now() AT TIME ZONE 'UTC')::date")
                .query(Long.class)
                .single();
    }

    /** Tells and doesn't judge: a service that serves isn't taken off for a hold that nobody looked at. */
    @Configuration(proxyBeanMethods = false)
    static class Told {

        @Bean
        HealthIndicator legalHoldsHealthIndicator(LegalHoldIndex holds) {
            return () ->
                    Health.up().withDetail("overdueReviews", holds.overdue()).build();
        }
    }
}
