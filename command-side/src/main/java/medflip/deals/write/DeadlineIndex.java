package medflip.deals.write;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import medflip.deals.events.CourseEvent.DealCancelled;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.CourseEvent.DealReleased;
import medflip.deals.events.CourseEvent.DealReopened;
import medflip.deals.events.DealId;
import medflip.deals.events.DealRules;
import medflip.deals.events.DealRulesEvent.DealRulesSet;
import medflip.deals.events.InspectionEvent.BoxesDonated;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
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

/**
 * Which deals change by themselves once a day has passed, over all businesses. It follows the events of the deals and
 * of their businesses' rules.
 */
@Component
@ProcessingGroup("deals.deadlines")
class DeadlineIndex {

    private static final int AT_ONCE = 500;

    /** What is due waits for this long after it was tried in vain. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final String PASSED = """
            SELECT tenant_id, deal_id, what, since + days AS last_day
            FROM write.deal_deadline d LEFT JOIN write.deal_rules r USING (tenant_id), LATERAL (SELECT CASE
                WHEN what = 'EXPIRE' THEN 0
                WHEN what = 'DONATE' THEN coalesce(r.donate_after, :donate)
                WHEN r.donate_after IS NULL THEN :close
                ELSE r.close_after END AS days) rule
            WHERE open AND since < :before AND since + days < :before AND (tried_at IS NULL OR tried_at < :patient)
            ORDER BY since LIMIT :most
            """;

    enum What {
        EXPIRE,
        DONATE,
        CLOSE
    }

    /** @param lastDay the day after it, at the business's place, it happens */
    record Deadline(DealId deal, What what, LocalDate lastDay) {}

    private final JdbcClient jdbc;

    DeadlineIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with a last day before the given one, the oldest first, not more than can be seen to in one go. */
    List<Deadline> passed(LocalDate before, Instant now) {
        return jdbc.sql(PASSED)
                .param("donate", DealRules.USUAL.donateAfterDays())
                .param("close", DealRules.USUAL.closeAfterDays())
                .param("before", before)
                .param("patient", now.minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query((row, number) -> new Deadline(
                        DealId.of(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("deal_id", UUID.class)),
                        What.valueOf(row.getString("what")),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** What is due and can't happen yet is left alone for a while. */
    void triedInVain(Deadline deadline, Instant now) {
        jdbc.sql("""
                        UPDATE write.deal_deadline SET tried_at = :now
                        WHERE tenant_id = :tenant AND deal_id = :deal AND what = :what
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tenant", deadline.deal().tenantId().value())
                .param("deal", deadline.deal().local())
                .param("what", deadline.what().name())
                .update();
    }

    @EventHandler
    void on(DealRulesSet event) {
        jdbc.sql("""
                        INSERT INTO write.deal_rules (tenant_id, donate_after, close_after)
                        VALUES (:tenant, :donate, :close)
                        ON CONFLICT (tenant_id) DO UPDATE SET
                            donate_after = excluded.donate_after, close_after = excluded.close_after
                        """)
                .param("tenant", event.rulesId().tenantId().value())
                .param("donate", event.rules().donateAfterDays())
                .param("close", event.rules().closeAfterDays())
                .update();
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
        remove(event.dealId(), What.EXPIRE);
    }

    @EventHandler
    void on(QuoteExpired event) {
        remove(event.dealId(), What.EXPIRE);
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
            put(event.dealId(), What.DONATE, event.agreedOn());
        }
        if (!event.agreed().isPositive()) {
            put(event.dealId(), What.CLOSE, event.agreedOn());
        }
    }

    @EventHandler
    void on(PurchaseGivenUp event) {
        if (event.toReturn() > 0) {
            put(event.dealId(), What.DONATE, event.givenUpOn());
        }
    }

    @EventHandler
    void on(BoxesReturned event) {
        remove(event.dealId(), What.DONATE);
    }

    @EventHandler
    void on(BoxesDonated event) {
        remove(event.dealId(), What.DONATE);
    }

    /** The fees are settled with the payout by which nothing is owed any more. */
    @EventHandler
    void on(PayoutRecorded event) {
        if (event.feeDifference() != null) {
            put(event.dealId(), What.CLOSE, event.paidOn());
        }
    }

    @EventHandler
    void on(PayoutFailed event) {
        remove(event.dealId(), What.CLOSE);
    }

    /** Somebody may take that back: then it is left to them to close it. */
    @EventHandler
    void on(DealClosed event) {
        remove(event.dealId(), What.CLOSE);
    }

    private void put(DealId deal, What what, LocalDate since) {
        jdbc.sql("""
                        INSERT INTO write.deal_deadline (tenant_id, deal_id, what, since)
                        VALUES (:tenant, :deal, :what, :since)
                        ON CONFLICT (tenant_id, deal_id, what) DO UPDATE SET
                            since = excluded.since, open = true, tried_at = NULL
                        """)
                .param("tenant", deal.tenantId().value())
                .param("deal", deal.local())
                .param("what", what.name())
                .param("since", since)
                .update();
    }

    private void open(DealId deal, boolean open) {
        jdbc.sql(
                        "UPDATE write.deal_deadline SET open = :open, tried_at = NULL WHERE tenant_id = :tenant AND deal_id = :deal")
                .param("open", open)
                .param("tenant", deal.tenantId().value())
                .param("deal", deal.local())
                .update();
    }

    private void remove(DealId deal, What what) {
        jdbc.sql("DELETE FROM write.deal_deadline WHERE tenant_id = :tenant AND deal_id = :deal AND what = :what")
                .param("what", what.name())
                .param("tenant", deal.tenantId().value())
                .param("deal", deal.local())
                .update();
    }
}
