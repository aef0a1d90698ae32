package medflip.reports.read.books;

import java.util.List;
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.DealEvent.PastDealRecorded;
import medflip.deals.events.DealEvent.PayoutRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.kernel.AggregateId;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import medflip.reports.read.books.Ledger.Posting;
import org.axonframework.eventhandling.EventHandler;

/** Books each fact. A correction takes the place of what it corrects; what is voided keeps its amounts aside. */
@Projection(processingGroup = BooksProjection.GROUP, tables = "posting")
class BooksProjection {

    static final String GROUP = "reports.books";

    private static final String BOOKED = """
            INSERT INTO posting (tenant_id, source, entry, kind, account, booked_on, currency, amount, boxes, deal_id,
                                 item, buyer, category)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, source, entry, kind, account) DO UPDATE SET
                booked_on = excluded.booked_on, currency = excluded.currency, amount = excluded.amount,
                boxes = excluded.boxes, deal_id = excluded.deal_id, item = excluded.item, buyer = excluded.buyer,
                category = excluded.category
            """;

    private static final String VOIDED =
            "UPDATE posting SET voided_amount = amount, amount = 0 WHERE tenant_id = ? AND source = ?";

    private static final String RESTORED =
            "UPDATE posting SET amount = voided_amount, voided_amount = 0 WHERE tenant_id = ? AND source = ?";

    @EventHandler
    void on(DealReceived event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(PayoutRecorded event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(PastDealRecorded event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(LotStocked event, Rows rows) {
        write(Ledger.book(event), rows);
    }

    @EventHandler
    void on(LotSold event, Rows rows) {
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
    void on(ExpenseVoided event, Rows rows) {
        change(event.expenseId(), VOIDED, rows);
    }

    @EventHandler
    void on(ExpenseRestored event, Rows rows) {
        change(event.expenseId(), RESTORED, rows);
    }

    private static void write(List<Posting> postings, Rows rows) {
        for (Posting posting : postings) {
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
                    posting.subject().dealId(),
                    posting.subject().item(),
                    posting.subject().buyer(),
                    posting.subject().category());
        }
    }

    private static void change(AggregateId source, String sql, Rows rows) {
        rows.write(source, sql, source.tenantId(), source);
    }
}
