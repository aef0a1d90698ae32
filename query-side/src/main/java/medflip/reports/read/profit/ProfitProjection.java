package medflip.reports.read.profit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.ReceivedLine;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;

/** Adds up each month: what was sold and brought in it, what was bought and paid out. */
@Projection(processingGroup = ProfitProjection.GROUP, tables = "profit_month")
class ProfitProjection {

    static final String GROUP = "reports.profit";

    private static final String SOLD = """
            INSERT INTO profit_month AS m (tenant_id, month, currency, sold_boxes, proceeds, landed_cost)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, month, currency) DO UPDATE SET
                sold_boxes = m.sold_boxes + excluded.sold_boxes, proceeds = m.proceeds + excluded.proceeds,
                landed_cost = m.landed_cost + excluded.landed_cost
            """;

    private static final String BOUGHT = """
            INSERT INTO profit_month AS m (tenant_id, month, currency, bought_boxes, paid_out) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, month, currency) DO UPDATE SET
                bought_boxes = m.bought_boxes + excluded.bought_boxes, paid_out = m.paid_out + excluded.paid_out
            """;

    /** The row that a change adds to. */
    private record Month(TenantId tenant, YearMonth month, String currency) {}

    @EventHandler
    void on(LotSold event, Rows rows) {
        Month month = month(event.lotId().tenantId(), event.soldOn(), event.proceeds());
        sold(month, event.quantity(), event.proceeds(), event.landedCost(), rows);
    }

    /** What a buyer deducts lowers the month in which it was found, not the one in which it was sold. */
    @EventHandler
    void on(SoldBoxesAdjusted event, Rows rows) {
        Month month = month(event.lotId().tenantId(), event.adjustedOn(), event.deducted());
        sold(
                month,
                -event.returned(),
                event.deducted().times(-1),
                event.landedCost().times(-1),
                rows);
    }

    private static void sold(Month month, int boxes, Money proceeds, Money landedCost, Rows rows) {
        rows.write(
                month,
                SOLD,
                month.tenant(),
                month.month(),
                month.currency(),
                boxes,
                proceeds.minor(),
                landedCost.minor());
    }

    @EventHandler
    void on(DealAgreed event, Rows rows) {
        bought(
                month(event.dealId().tenantId(), event.agreedOn(), event.agreed()),
                boxes(event.lines()),
                Money.zero(event.agreed().currency()),
                rows);
    }

    @EventHandler
    void on(PayoutRecorded event, Rows rows) {
        bought(month(event.dealId().tenantId(), event.paidOn(), event.amount()), 0, event.amount(), rows);
    }

    @EventHandler
    void on(PayoutFailed event, Rows rows) {
        bought(
                month(event.dealId().tenantId(), event.failedOn(), event.amount()),
                0,
                event.amount().times(-1),
                rows);
    }

    @EventHandler
    void on(PastDealRecorded event, Rows rows) {
        bought(
                month(event.dealId().tenantId(), event.boughtOn(), event.paid()),
                boxes(event.lines()),
                event.paid(),
                rows);
    }

    private static void bought(Month month, int boxes, Money paid, Rows rows) {
        rows.write(month, BOUGHT, month.tenant(), month.month(), month.currency(), boxes, paid.minor());
    }

    private static Month month(TenantId tenant, LocalDate on, Money amount) {
        return new Month(tenant, YearMonth.from(on), amount.currency());
    }

    private static int boxes(List<ReceivedLine> lines) {
        return lines.stream().mapToInt(ReceivedLine::quantity).sum();
    }
}
