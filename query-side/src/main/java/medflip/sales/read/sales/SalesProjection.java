package medflip.sales.read.sales;

import java.time.LocalDate;
import java.util.List;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotTakenBack;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.kernel.Money;
import medflip.platform.text.SearchText;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import medflip.sales.events.InspectedLine;
import medflip.sales.events.InvoiceEvent.InvoiceNumbered;
import medflip.sales.events.SaleEvent.BuyerInspected;
import medflip.sales.events.SaleEvent.ReceiptRecorded;
import medflip.sales.events.SaleEvent.ReceiptUndone;
import medflip.sales.events.SaleEvent.SaleCancelled;
import medflip.sales.events.SaleEvent.SaleClosed;
import medflip.sales.events.SaleEvent.SaleConfirmed;
import medflip.sales.events.SaleEvent.SaleDelivered;
import medflip.sales.events.SaleEvent.SaleDrafted;
import medflip.sales.events.SaleEvent.SaleInvoiced;
import medflip.sales.events.SaleEvent.SaleOffered;
import medflip.sales.events.SaleEvent.SalePacked;
import medflip.sales.events.SaleEvent.SaleRecorded;
import medflip.sales.events.SaleEvent.SaleReopened;
import medflip.sales.events.SaleEvent.SaleRevised;
import medflip.sales.events.SaleEvent.SaleShipped;
import medflip.sales.events.SaleEvent.SaleStepTakenBack;
import medflip.sales.events.SaleEvent.SaleTakenBack;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.events.SaleStep;
import medflip.sales.events.SaleTerms;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/** Fills sales: what was agreed and paid by the sale's own facts, what the boxes had cost by those of their lots. */
@Projection(
        processingGroup = SalesProjection.GROUP,
        tables = {"sale", "sale_line", "receipt", "sold_lot"})
class SalesProjection {

    static final String GROUP = "sales.sales";

    private static final String TERMS = """
            INSERT INTO sale
                (tenant_id, id, buyer_id, buyer, search, state, dated_on, ship_on, minimum_months, payment_days, boxes,
                 currency, price, received, shipped_on, closed_on, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                buyer_id = excluded.buyer_id, buyer = excluded.buyer, search = excluded.search, state = excluded.state,
                dated_on = excluded.dated_on, ship_on = excluded.ship_on, minimum_months = excluded.minimum_months,
                payment_days = excluded.payment_days, boxes = excluded.boxes,
                currency = excluded.currency, price = excluded.price, received = excluded.received,
                shipped_on = excluded.shipped_on, closed_on = excluded.closed_on, version = excluded.version
            """;

    private static final String LINE = """
            INSERT INTO sale_line (tenant_id, sale_id, lot_id, line, quantity, currency, price)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    /** How far an invoice is paid follows from the sums alone, whichever fact changed them. */
    private static final String SETTLED = """
            UPDATE sale SET state = CASE
                WHEN received >= price - deducted THEN 'PAID' WHEN received > 0 THEN 'PART_PAID' ELSE 'INVOICED' END
            WHERE tenant_id = ? AND id = ? AND state IN ('INVOICED', 'PART_PAID', 'PAID')
            """;

    /** Where a sale stands, as its days tell it. */
    private static final String STANDS = """
            UPDATE sale SET state = CASE
                WHEN invoiced_on IS NOT NULL THEN 'INVOICED' WHEN inspected_on IS NOT NULL THEN 'INSPECTED'
                WHEN delivered_on IS NOT NULL THEN 'DELIVERED' WHEN shipped_on IS NOT NULL THEN 'SHIPPED'
                WHEN packed_on IS NOT NULL THEN 'PACKED' WHEN confirmed_on IS NOT NULL THEN 'CONFIRMED'
                ELSE 'DRAFT' END
            WHERE tenant_id = ? AND id = ?
            """;

    /** Items as a set, so that it doesn't matter which lot tells first. */
    private static final String SOLD = """
            INSERT INTO sale AS s (tenant_id, id, landed_cost, items, item_words) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                landed_cost = s.landed_cost + excluded.landed_cost,
                items = ARRAY(SELECT DISTINCT i FROM unnest(s.items || excluded.items) i ORDER BY i),
                item_words = ARRAY(SELECT DISTINCT i FROM unnest(s.item_words || excluded.item_words) i ORDER BY i)
            """;

    private static final String COST = """
            INSERT INTO sale AS s (tenant_id, id, landed_cost) VALUES (?, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE SET landed_cost = s.landed_cost + excluded.landed_cost
            """;

    @EventHandler
    void on(SaleDrafted event, @SequenceNumber long version, Rows rows) {
        drafted(event.saleId(), event.terms(), event.lines(), version, rows);
    }

    @EventHandler
    void on(SaleRevised event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.saleId(),
                "DELETE FROM sale_line WHERE tenant_id = ? AND sale_id = ?",
                event.saleId().tenantId(),
                event.saleId());
        drafted(event.saleId(), event.terms(), event.lines(), version, rows);
    }

    private static void drafted(SaleId sale, SaleTerms terms, List<SaleLine> lines, long version, Rows rows) {
        Money price = price(lines);
        rows.write(
                sale,
                TERMS,
                sale.tenantId(),
                sale,
                terms.buyerId(),
                terms.buyer(),
                SearchText.fold(terms.buyer()),
                SaleState.DRAFT,
                terms.shipOn(),
                terms.shipOn(),
                terms.minimumMonths(),
                terms.paymentDays(),
                boxes(lines),
                price.currency(),
                price.minor(),
                0,
                null,
                null,
                version);
        lines(sale, lines, rows);
    }

    @EventHandler
    void on(SaleRecorded event, @SequenceNumber long version, Rows rows) {
        SaleId sale = event.saleId();
        Money price = price(event.lines());
        rows.write(
                sale,
                TERMS,
                sale.tenantId(),
                sale,
                null,
                event.buyer(),
                SearchText.fold(event.buyer()),
                SaleState.CLOSED,
                event.soldOn(),
                event.soldOn(),
                0,
                0,
                boxes(event.lines()),
                price.currency(),
                price.minor(),
                price.minor(),
                event.soldOn(),
                event.soldOn(),
                version);
        lines(sale, event.lines(), rows);
    }

    private static void lines(SaleId sale, List<SaleLine> lines, Rows rows) {
        for (int i = 0; i < lines.size(); i++) {
            SaleLine line = lines.get(i);
            rows.write(
                    sale,
                    LINE,
                    sale.tenantId(),
                    sale,
                    line.lotId(),
                    i + 1,
                    line.quantity(),
                    line.price().currency(),
                    line.price().minor());
        }
    }

    @EventHandler
    void on(SaleOffered event, @SequenceNumber long version, Rows rows) {
        step(event.saleId(), SaleState.OFFERED, "offered_on", event.offeredOn(), version, rows);
    }

    @EventHandler
    void on(SaleConfirmed event, @SequenceNumber long version, Rows rows) {
        step(event.saleId(), SaleState.CONFIRMED, "confirmed_on", event.confirmedOn(), version, rows);
    }

    @EventHandler
    void on(SaleReopened event, @SequenceNumber long version, Rows rows) {
        step(event.saleId(), SaleState.DRAFT, "confirmed_on", null, version, rows);
        rows.write(
                event.saleId(),
                "UPDATE sale SET packed_on = NULL WHERE tenant_id = ? AND id = ?",
                event.saleId().tenantId(),
                event.saleId());
    }

    @EventHandler
    void on(SalePacked event, @SequenceNumber long version, Rows rows) {
        step(event.saleId(), SaleState.PACKED, "packed_on", event.packedOn(), version, rows);
    }

    @EventHandler
    void on(SaleShipped event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.saleId(),
                """
                UPDATE sale SET state = 'SHIPPED', shipped_on = ?, dated_on = ?, carrier = ?, tracking = ?,
                    search = ?, version = ?
                WHERE tenant_id = ? AND id = ?
                """,
                event.shippedOn(),
                event.shippedOn(),
                event.carrier(),
                event.tracking(),
                SearchText.fold(event.buyer(), event.tracking()),
                version,
                event.saleId().tenantId(),
                event.saleId());
    }

    @EventHandler
    void on(SaleDelivered event, @SequenceNumber long version, Rows rows) {
        later(event.saleId(), "'SHIPPED'", SaleState.DELIVERED, "delivered_on", event.deliveredOn(), version, rows);
    }

    @EventHandler
    void on(BuyerInspected event, @SequenceNumber long version, Rows rows) {
        SaleId sale = event.saleId();
        later(sale, "'SHIPPED', 'DELIVERED'", SaleState.INSPECTED, "inspected_on", event.inspectedOn(), version, rows);
        for (InspectedLine line : event.lines()) {
            rows.write(
                    sale,
                    """
                    UPDATE sale_line SET rejected = ?, fate = ?, deducted = ?
                    WHERE tenant_id = ? AND sale_id = ? AND lot_id = ?
                    """,
                    line.rejected(),
                    line.rejected() == 0 ? null : line.fate(),
                    line.deducted().minor(),
                    sale.tenantId(),
                    sale,
                    line.lotId());
            rows.write(
                    sale,
                    "UPDATE sale SET deducted = deducted + ? WHERE tenant_id = ? AND id = ?",
                    line.deducted().minor(),
                    sale.tenantId(),
                    sale);
        }
        settled(sale, rows);
    }

    @EventHandler
    void on(SaleInvoiced event, @SequenceNumber long version, Rows rows) {
        step(event.saleId(), SaleState.INVOICED, "invoiced_on", event.invoicedOn(), version, rows);
        rows.write(
                event.saleId(),
                "UPDATE sale SET due_on = ? WHERE tenant_id = ? AND id = ?",
                event.dueOn(),
                event.saleId().tenantId(),
                event.saleId());
        settled(event.saleId(), rows);
    }

    @EventHandler
    void on(InvoiceNumbered event, Rows rows) {
        rows.write(event.saleId(), """
                INSERT INTO sale (tenant_id, id, invoice_number) VALUES (?, ?, ?)
                ON CONFLICT (tenant_id, id) DO UPDATE SET invoice_number = excluded.invoice_number
                """, event.saleId().tenantId(), event.saleId(), event.number());
    }

    @EventHandler
    void on(ReceiptRecorded event, @SequenceNumber long version, Rows rows) {
        SaleId sale = event.saleId();
        rows.write(
                sale,
                """
                INSERT INTO receipt (tenant_id, sale_id, id, amount, currency, method, reference, received_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                sale.tenantId(),
                sale,
                event.receiptId(),
                event.amount().minor(),
                event.amount().currency(),
                event.method(),
                event.reference() == null ? null : event.reference().value(),
                event.receivedOn());
        received(sale, event.amount(), version, rows);
    }

    @EventHandler
    void on(ReceiptUndone event, @SequenceNumber long version, Rows rows) {
        SaleId sale = event.saleId();
        rows.write(
                sale,
                "UPDATE receipt SET undone_on = ? WHERE tenant_id = ? AND sale_id = ? AND id = ?",
                event.undoneOn(),
                sale.tenantId(),
                sale,
                event.receiptId());
        received(sale, event.amount().times(-1), version, rows);
    }

    private static void received(SaleId sale, Money amount, long version, Rows rows) {
        rows.write(
                sale,
                "UPDATE sale SET received = received + ?, version = ? WHERE tenant_id = ? AND id = ?",
                amount.minor(),
                version,
                sale.tenantId(),
                sale);
        settled(sale, rows);
    }

    @EventHandler
    void on(SaleClosed event, @SequenceNumber long version, Rows rows) {
        step(event.saleId(), SaleState.CLOSED, "closed_on", event.closedOn(), version, rows);
    }

    @EventHandler
    void on(SaleCancelled event, @SequenceNumber long version, Rows rows) {
        step(event.saleId(), SaleState.CANCELLED, "cancelled_on", event.cancelledOn(), version, rows);
    }

    @EventHandler
    void on(SaleStepTakenBack event, @SequenceNumber long version, Rows rows) {
        SaleId sale = event.saleId();
        rows.write(
                sale,
                "UPDATE sale SET " + noLonger(event.step()) + ", version = ? WHERE tenant_id = ? AND id = ?",
                version,
                sale.tenantId(),
                sale);
        rows.write(sale, STANDS, sale.tenantId(), sale);
        settled(sale, rows);
    }

    /** The days that don't hold any more once a step is taken back. */
    private static String noLonger(SaleStep step) {
        return switch (step) {
            case OFFERED -> "offered_on = NULL";
            case PACKED -> "packed_on = NULL";
            case DELIVERED -> "delivered_on = NULL";
            case CLOSED -> "closed_on = NULL";
            case CANCELLED -> "cancelled_on = NULL, confirmed_on = NULL, packed_on = NULL, offered_on = NULL";
        };
    }

    @EventHandler
    void on(SaleTakenBack event, Rows rows) {
        SaleId sale = event.saleId();
        // A sale without a state isn't shown; what its lots say of it may still come.
        rows.write(sale, """
                UPDATE sale SET state = NULL, dated_on = NULL, price = 0, received = 0, shipped_on = NULL, closed_on = NULL
                WHERE tenant_id = ? AND id = ?
                """, sale.tenantId(), sale);
        rows.write(sale, "DELETE FROM sale_line WHERE tenant_id = ? AND sale_id = ?", sale.tenantId(), sale);
        rows.write(sale, "DELETE FROM receipt WHERE tenant_id = ? AND sale_id = ?", sale.tenantId(), sale);
    }

    @EventHandler
    void on(LotTakenBack event, Rows rows) {
        rows.write(
                event.lotId(),
                "DELETE FROM sold_lot WHERE tenant_id = ? AND lot_id = ?",
                event.lotId().tenantId(),
                event.lotId());
    }

    @EventHandler
    void on(LotSold event, Rows rows) {
        SaleId sale = SaleId.of(event.lotId().tenantId(), event.saleId());
        rows.write(
                event.lotId(),
                """
                INSERT INTO sold_lot
                    (tenant_id, sale_id, lot_id, deal_id, product_id, item, buyer, quantity, currency, proceeds,
                     landed_cost, sold_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                sale.tenantId(),
                sale,
                event.lotId(),
                event.dealId(),
                event.productId(),
                event.item(),
                event.buyer(),
                event.quantity(),
                event.proceeds().currency(),
                event.proceeds().minor(),
                event.landedCost().minor(),
                event.soldOn());
        rows.write(
                sale,
                SOLD,
                sale.tenantId(),
                sale,
                event.landedCost().minor(),
                List.of(event.item()),
                List.of(SearchText.fold(event.item())));
    }

    @EventHandler
    void on(SoldBoxesAdjusted event, Rows rows) {
        SaleId sale = SaleId.of(event.lotId().tenantId(), event.saleId());
        rows.write(
                event.lotId(),
                """
                UPDATE sold_lot SET quantity = quantity - ?, proceeds = proceeds - ?, landed_cost = landed_cost - ?
                WHERE tenant_id = ? AND sale_id = ? AND lot_id = ?
                """,
                event.returned(),
                event.deducted().minor(),
                event.landedCost().minor(),
                sale.tenantId(),
                sale,
                event.lotId());
        rows.write(sale, COST, sale.tenantId(), sale, -event.landedCost().minor());
    }

    /** @param column of the day on which the sale came to this state */
    private static void step(
            SaleId sale, SaleState state, String column, @Nullable LocalDate on, long version, Rows rows) {
        rows.write(
                sale,
                "UPDATE sale SET state = ?, " + column + " = ?, version = ? WHERE tenant_id = ? AND id = ?",
                state,
                on,
                version,
                sale.tenantId(),
                sale);
    }

    /** A step that may come late: a sale that is further on already keeps its state. */
    private static void later(
            SaleId sale, String before, SaleState state, String column, LocalDate on, long version, Rows rows) {
        rows.write(
                sale,
                "UPDATE sale SET state = CASE WHEN state IN (" + before + ") THEN ? ELSE state END, " + column
                        + " = ?, version = ? WHERE tenant_id = ? AND id = ?",
                state,
                on,
                version,
                sale.tenantId(),
                sale);
    }

    private static void settled(SaleId sale, Rows rows) {
        rows.write(sale, SETTLED, sale.tenantId(), sale);
    }

    private static Money price(List<SaleLine> lines) {
        return lines.stream().map(SaleLine::price).reduce(Money::plus).orElseThrow();
    }

    private static int boxes(List<SaleLine> lines) {
        return lines.stream().mapToInt(SaleLine::quantity).sum();
    }
}
