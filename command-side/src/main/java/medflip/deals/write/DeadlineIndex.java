package medflip.deals.write;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.deals.events.CourseEvent.DealCancelled;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.CourseEvent.DealReleased;
import medflip.deals.events.CourseEvent.DealReopened;
import medflip.deals.events.DealId;
import medflip.deals.events.InspectionEvent.BoxesDonated;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteExpired;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.kernel.TenantId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which deals change by themselves once a day has passed, over all businesses. It follows the deals' events. */
@Component
@ProcessingGroup("deals.deadlines")
class DeadlineIndex {

    /** How long boxes that weren't bought wait to be sent back. */
    static final int RETURN_DAYS = 30;

    private static final int AT_ONCE = 500;

    enum What {
        EXPIRE,
        DONATE
    }

    /** @param lastDay the day after it, at the business's place, it happens */
    record Deadline(DealId deal, What what, LocalDate lastDay) {}

    private final JdbcClient jdbc;

    DeadlineIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with a last day before the given one, the oldest first, not more than can be seen to in one go. */
    List<Deadline> passed(LocalDate before) {
        return jdbc.sql("""
                        SELECT tenant_id, deal_id, what, last_day FROM write.deal_deadline
                        WHERE open AND last_day < :before ORDER BY last_day LIMIT :most
                        """)
                .param("before", before)
                .param("most", AT_ONCE)
                .query((row, number) -> new Deadline(
                        DealId.of(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("deal_id", UUID.class)),
                        What.valueOf(row.getString("what")),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    @EventHandler
    void on(QuoteGiven event) {
        put(event.dealId(), What.EXPIRE, event.validUntil());
    }

    @EventHandler
    void on(QuoteRevised event) {
        put(event.dealId(), What.EXPIRE, event.validUntil());
    }

    @EventHandler
    void on(QuoteAccepted event) {
        remove(event.dealId());
    }

    @EventHandler
    void on(QuoteExpired event) {
        remove(event.dealId());
    }

    @EventHandler
    void on(QuoteDeclined event) {
        open(event.dealId(), false);
    }

    @EventHandler
    void on(DealCancelled event) {
        open(event.dealId(), false);
    }

    @EventHandler
    void on(DealHeld event) {
        open(event.dealId(), false);
    }

    @EventHandler
    void on(DealReopened event) {
        open(event.dealId(), true);
    }

    @EventHandler
    void on(DealReleased event) {
        open(event.dealId(), true);
    }

    @EventHandler
    void on(DealAgreed event) {
        if (event.toReturn() > 0) {
            put(event.dealId(), What.DONATE, event.agreedOn().plusDays(RETURN_DAYS));
        }
    }

    @EventHandler
    void on(PurchaseGivenUp event) {
        if (event.toReturn() > 0) {
            put(event.dealId(), What.DONATE, event.givenUpOn().plusDays(RETURN_DAYS));
        }
    }

    @EventHandler
    void on(BoxesReturned event) {
        remove(event.dealId());
    }

    @EventHandler
    void on(BoxesDonated event) {
        remove(event.dealId());
    }

    private void put(DealId deal, What what, LocalDate lastDay) {
        jdbc.sql("""
                        INSERT INTO write.deal_deadline (tenant_id, deal_id, what, last_day)
                        VALUES (:tenant, :deal, :what, :lastDay)
                        ON CONFLICT (tenant_id, deal_id) DO UPDATE SET
                            what = excluded.what, last_day = excluded.last_day, open = true
                        """)
                .param("tenant", deal.tenantId().value())
                .param("deal", deal.local())
                .param("what", what.name())
                .param("lastDay", lastDay)
                .update();
    }

    private void open(DealId deal, boolean open) {
        jdbc.sql("UPDATE write.deal_deadline SET open = :open WHERE tenant_id = :tenant AND deal_id = :deal")
                .param("open", open)
                .param("tenant", deal.tenantId().value())
                .param("deal", deal.local())
                .update();
    }

    private void remove(DealId deal) {
        jdbc.sql("DELETE FROM write.deal_deadline WHERE tenant_id = :tenant AND deal_id = :deal")
                .param("tenant", deal.tenantId().value())
                .param("deal", deal.local())
                .update();
    }
}
