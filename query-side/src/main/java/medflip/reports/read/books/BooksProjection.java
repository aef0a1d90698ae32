package medflip.reports.read.books;

import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.deals.events.DeliveryEvent.ClaimSettled;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.DeliveryEvent.LabelVoided;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.inventory.events.LotEvent.LotCounted;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.LotTakenBack;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.PartRejoined;
import medflip.inventory.events.LotEvent.PartTakenBack;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.kernel.AggregateId;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import medflip.reports.read.books.Entry.Posting;
import medflip.sales.events.SaleEvent.ReceiptRecorded;
import medflip.sales.events.SaleEvent.ReceiptUndone;
import medflip.sales.events.SaleEvent.SaleRecorded;
import medflip.sales.events.SaleEvent.SaleTakenBack;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Books each fact. A correction takes the place of what it corrects; what is voided keeps its amounts aside. */
@Projection(processingGroup = BooksProjection.GROUP, tables = "posting")
class BooksProjection {

    static final String GROUP = "reports.books";

    private static final String BOOKED = """
            INSERT INTO posting (tenant_id, source, entry, kind, account, booked_on, currency, amount, boxes, deal_id,
                                 sale_id, item, buyer, category)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, source, entry, kind, account) DO UPDATE SET
                booked_on = excluded.booked_on, currency = excluded.currency, amount = excluded.amount,
                boxes = excluded.boxes, deal_id = excluded.deal_id, sale_id = excluded.sale_id, item = excluded.item,
                buyer = excluded.buyer, category = excluded.category
            """;

    private static final String VOIDED =
            "UPDATE posting SET voided_amount = amount, amount = 0 WHERE tenant_id = ? AND source = ?";

    private static final String RESTORED =
            "UPDATE posting SET amount = voided_amount, voided_amount = 0 WHERE tenant_id = ? AND source = ?";

    private static final String NEVER_BEEN = "DELETE FROM posting WHERE tenant_id = ? AND source = ?";

    @EventHandler
    void on(LabelMade event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(LabelVoided event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(ClaimSettled event, @SequenceNumber long version, Rows rows) {
        write(Ledger.book(event, version), rows);
    }

    @EventHandler
    void on(BoxesReturned event, @SequenceNumber long version, Rows rows) {
        write(Ledger.book(event, version), rows);
    }

    @EventHandler
    void on(PayoutFailed event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(LotStocked event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(LotSplit event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(PartRejoined event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(PartTakenBack event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(LotWrittenOff event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(WriteOffUndone event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(LotSold event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(SoldBoxesAdjusted event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(SaleRecorded event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(ReceiptRecorded event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(ReceiptUndone event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(ExpenseRecorded event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(ExpenseCorrected event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(DealAgreed event, Rows rows) {
        Ledger.book(event).forEach(entry -> write(entry, rows));
    }

    @EventHandler
    void on(PastDealRecorded event, Rows rows) {
        Ledger.book(event).forEach(entry -> write(entry, rows));
    }

    @EventHandler
    void on(PayoutRecorded event, Rows rows) {
        Ledger.book(event).forEach(entry -> write(entry, rows));
    }

    @EventHandler
    void on(LotCounted event, @SequenceNumber long version, Rows rows) {
        write(Ledger.book(event, version), rows);
    }

    @EventHandler
    void on(ExpenseVoided event, Rows rows) {
        change(event.expenseId(), VOIDED, rows);
    }

    @EventHandler
    void on(ExpenseRestored event, Rows rows) {
        change(event.expenseId(), RESTORED, rows);
    }

    @EventHandler
    void on(PastDealTakenBack event, Rows rows) {
        change(event.dealId(), NEVER_BEEN, rows);
    }

    @EventHandler
    void on(LotTakenBack event, Rows rows) {
        change(event.lotId(), NEVER_BEEN, rows);
    }

    @EventHandler
    void on(SaleTakenBack event, Rows rows) {
        change(event.saleId(), NEVER_BEEN, rows);
    }

    private static void write(Entry entry, Rows rows) {
        for (Posting posting : entry.postings()) {
            rows.write(
                    posting.source(),
                    BOOKED,
                    posting.source().tenantId(),
                    posting.source(),
                    posting.entry(),
                    posting.kind(),
                    posting.account(),
                    posting.on(),
                    posting.amount().currency(),
                    posting.amount().minor(),
                    posting.boxes(),
                    posting.dealId(),
                    posting.saleId(),
                    posting.item(),
                    posting.buyer(),
                    posting.category());
        }
    }

    private static void change(AggregateId source, String sql, Rows rows) {
        rows.write(source, sql, source.tenantId(), source);
    }
}
