package medflip.deals.read.deals;

import static medflip.deals.read.deals.DealState.ACCEPTED;
import static medflip.deals.read.deals.DealState.CANCELLED;
import static medflip.deals.read.deals.DealState.DECLINED;
import static medflip.deals.read.deals.DealState.PAID;
import static medflip.deals.read.deals.DealState.QUOTED;
import static medflip.deals.read.deals.DealState.RECEIVED;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.deals.events.DealEvent.DealCancelled;
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.DealEvent.PastDealRecorded;
import medflip.deals.events.DealEvent.PayoutRecorded;
import medflip.deals.events.DealEvent.QuoteAccepted;
import medflip.deals.events.DealEvent.QuoteDeclined;
import medflip.deals.events.DealEvent.QuoteGiven;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.LotId;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.platform.text.SearchText;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/**
 * Fills deals, their lines and payouts. What a deal's lots brought is added to its row, whether or not the deal's own
 * facts are there yet: one that failed waits aside while those of its lots go on.
 */
@Projection(
        processingGroup = DealsProjection.GROUP,
        tables = {"deal", "deal_line", "payout"})
class DealsProjection {

    static final String GROUP = "deals.deals";

    private static final String OPENED = """
            INSERT INTO deal
                (tenant_id, id, customer_id, state, dealt_on, valid_until, received_on, items, search, boxes, currency,
                 quoted, paid, landed_cost, note, imported, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                customer_id = excluded.customer_id, state = excluded.state, dealt_on = excluded.dealt_on,
                valid_until = excluded.valid_until, received_on = excluded.received_on, items = excluded.items,
                search = excluded.search, boxes = excluded.boxes, currency = excluded.currency,
                quoted = excluded.quoted, paid = excluded.paid, landed_cost = excluded.landed_cost,
                note = excluded.note, imported = excluded.imported, version = excluded.version
            """;

    private static final String LINE = """
            INSERT INTO deal_line
                (tenant_id, deal_id, line, product_id, item, expiry, grade, quantity, unit_price, total, lot_id,
                 landed_cost, currency)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LINE_RECEIVED = """
            UPDATE deal_line SET product_id = ?, item = ?, expiry = ?, grade = ?, quantity = ?, lot_id = ?, landed_cost = ?
            WHERE tenant_id = ? AND deal_id = ? AND line = ?
            """;

    private static final String PAYOUT = """
            INSERT INTO payout (tenant_id, deal_id, id, amount, currency, method, reference, paid_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SOLD = """
            INSERT INTO deal AS d (tenant_id, id, proceeds, sold_cost) VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                proceeds = d.proceeds + excluded.proceeds, sold_cost = d.sold_cost + excluded.sold_cost
            """;

    @EventHandler
    void on(QuoteGiven event, @SequenceNumber long version, Rows rows) {
        DealId deal = event.dealId();
        Money quoted = total(event.lines().stream().map(QuoteLine::total));
        String items = items(event.lines().stream().map(line -> item(line.item(), line.quantity())));
        rows.write(
                deal,
                OPENED,
                deal.tenantId(),
                deal,
                event.customerId(),
                QUOTED,
                event.quotedOn(),
                event.validUntil(),
                null,
                items,
                SearchText.fold(items),
                event.lines().stream().mapToInt(QuoteLine::quantity).sum(),
                quoted.currency(),
                quoted.minor(),
                0,
                0,
                text(event.note()),
                false,
                version);
        for (QuoteLine line : event.lines()) {
            rows.write(
                    deal,
                    LINE,
                    deal.tenantId(),
                    deal,
                    line.line(),
                    line.productId(),
                    line.item(),
                    line.expiry(),
                    line.grade(),
                    line.quantity(),
                    line.unitPrice().minor(),
                    line.total().minor(),
                    null,
                    null,
                    quoted.currency());
        }
    }

    @EventHandler
    void on(PastDealRecorded event, @SequenceNumber long version, Rows rows) {
        DealId deal = event.dealId();
        String items = items(event.lines().stream().map(line -> item(line.item(), line.quantity())));
        rows.write(
                deal,
                OPENED,
                deal.tenantId(),
                deal,
                event.customerId(),
                PAID,
                event.boughtOn(),
                null,
                event.boughtOn(),
                items,
                SearchText.fold(items),
                boxes(event.lines()),
                event.paid().currency(),
                event.paid().minor(),
                event.paid().minor(),
                landedCost(event.lines()).minor(),
                text(event.note()),
                true,
                version);
        for (ReceivedLine line : event.lines()) {
            rows.write(
                    deal,
                    LINE,
                    deal.tenantId(),
                    deal,
                    line.line(),
                    line.productId(),
                    line.item(),
                    line.expiry(),
                    line.grade(),
                    line.quantity(),
                    null,
                    line.landedCost().minor(),
                    LotId.of(deal, line.line()),
                    line.landedCost().minor(),
                    event.paid().currency());
        }
        payout(deal, event.payoutId(), event.paid(), event.method(), event.reference(), event.boughtOn(), rows);
    }

    @EventHandler
    void on(QuoteAccepted event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.dealId(),
                """
                UPDATE deal SET state = ?, accepted_on = ?, attestation_version = ?, version = ?
                WHERE tenant_id = ? AND id = ?
                """,
                ACCEPTED,
                event.acceptedOn(),
                event.attestationVersion(),
                version,
                event.dealId().tenantId(),
                event.dealId());
    }

    @EventHandler
    void on(QuoteDeclined event, @SequenceNumber long version, Rows rows) {
        ended(event.dealId(), DECLINED, version, rows);
    }

    @EventHandler
    void on(DealCancelled event, @SequenceNumber long version, Rows rows) {
        ended(event.dealId(), CANCELLED, version, rows);
    }

    @EventHandler
    void on(DealReceived event, @SequenceNumber long version, Rows rows) {
        DealId deal = event.dealId();
        rows.write(
                deal,
                """
                UPDATE deal SET state = ?, received_on = ?, boxes = ?, owed = ?, landed_cost = ?, version = ?
                WHERE tenant_id = ? AND id = ?
                """,
                event.agreed().isPositive() ? RECEIVED : PAID,
                event.receivedOn(),
                boxes(event.lines()),
                event.agreed().minor(),
                landedCost(event.lines()).minor(),
                version,
                deal.tenantId(),
                deal);
        for (ReceivedLine line : event.lines()) {
            rows.write(
                    deal,
                    LINE_RECEIVED,
                    line.productId(),
                    line.item(),
                    line.expiry(),
                    line.grade(),
                    line.quantity(),
                    LotId.of(deal, line.line()),
                    line.landedCost().minor(),
                    deal.tenantId(),
                    deal,
                    line.line());
        }
    }

    @EventHandler
    void on(PayoutRecorded event, @SequenceNumber long version, Rows rows) {
        DealId deal = event.dealId();
        rows.write(
                deal,
                """
                UPDATE deal SET paid = paid + ?, owed = owed - ?,
                    state = CASE WHEN owed = ? THEN 'PAID' ELSE state END, version = ?
                WHERE tenant_id = ? AND id = ?
                """,
                event.amount().minor(),
                event.amount().minor(),
                event.amount().minor(),
                version,
                deal.tenantId(),
                deal);
        payout(deal, event.payoutId(), event.amount(), event.method(), event.reference(), event.paidOn(), rows);
    }

    @EventHandler
    void on(LotSold event, Rows rows) {
        rows.write(
                event.dealId(),
                SOLD,
                event.dealId().tenantId(),
                event.dealId(),
                event.proceeds().minor(),
                event.landedCost().minor());
    }

    @EventHandler
    void on(SoldBoxesAdjusted event, Rows rows) {
        rows.write(
                event.dealId(),
                SOLD,
                event.dealId().tenantId(),
                event.dealId(),
                -event.deducted().minor(),
                -event.landedCost().minor());
    }

    private static void ended(DealId deal, DealState state, long version, Rows rows) {
        rows.write(
                deal,
                "UPDATE deal SET state = ?, version = ? WHERE tenant_id = ? AND id = ?",
                state,
                version,
                deal.tenantId(),
                deal);
    }

    private static void payout(
            DealId deal,
            UUID id,
            Money amount,
            PayoutMethod method,
            @Nullable PersonalText reference,
            LocalDate on,
            Rows rows) {
        rows.write(
                deal,
                PAYOUT,
                deal.tenantId(),
                deal,
                id,
                amount.minor(),
                amount.currency(),
                method,
                text(reference),
                on);
    }

    private static Money total(Stream<Money> amounts) {
        return amounts.reduce(Money::plus).orElseThrow();
    }

    private static Money landedCost(List<ReceivedLine> lines) {
        return total(lines.stream().map(ReceivedLine::landedCost));
    }

    private static int boxes(List<ReceivedLine> lines) {
        return lines.stream().mapToInt(ReceivedLine::quantity).sum();
    }

    private static String item(String item, int quantity) {
        return item + " ×" + quantity;
    }

    private static String items(Stream<String> items) {
        return items.collect(Collectors.joining(", "));
    }

    private static @Nullable String text(@Nullable PersonalText text) {
        return text == null ? null : text.value();
    }
}
