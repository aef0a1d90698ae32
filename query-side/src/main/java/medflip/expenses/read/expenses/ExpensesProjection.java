package medflip.expenses.read.expenses;

import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.kernel.AttachedFile;
import medflip.kernel.PersonalText;
import medflip.platform.text.SearchText;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/** Fills expenses. */
@Projection(processingGroup = ExpensesProjection.GROUP, tables = "expense")
class ExpensesProjection {

    static final String GROUP = "expenses.expenses";

    private static final String RECORDED = """
            INSERT INTO expense (spent_on, category, vendor, amount, currency, method, note, receipt_id, receipt_kind,
                                 deal_id, sale_id, search, version, tenant_id, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CORRECTED = """
            UPDATE expense SET
                spent_on = ?, category = ?, vendor = ?, amount = ?, currency = ?, method = ?, note = ?, receipt_id = ?,
                receipt_kind = ?, deal_id = ?, sale_id = ?, search = ?, version = ?
            WHERE tenant_id = ? AND id = ?
            """;

    private static final String VOIDED =
            "UPDATE expense SET voided = ?, void_reason = ?, version = ? WHERE tenant_id = ? AND id = ?";

    @EventHandler
    void on(ExpenseRecorded event, @SequenceNumber long version, Rows rows) {
        AttachedFile receipt = event.receipt();
        rows.write(
                event.expenseId(),
                RECORDED,
                event.spentOn(),
                event.category(),
                event.vendor().value(),
                event.amount().minor(),
                event.amount().currency(),
                event.method(),
                text(event.note()),
                receipt == null ? null : receipt.id(),
                receipt == null ? null : receipt.kind(),
                event.dealId(),
                event.saleId(),
                search(event.vendor(), event.note()),
                version,
                event.expenseId().tenantId(),
                event.expenseId());
    }

    @EventHandler
    void on(ExpenseCorrected event, @SequenceNumber long version, Rows rows) {
        AttachedFile receipt = event.receipt();
        rows.write(
                event.expenseId(),
                CORRECTED,
                event.spentOn(),
                event.category(),
                event.vendor().value(),
                event.amount().minor(),
                event.amount().currency(),
                event.method(),
                text(event.note()),
                receipt == null ? null : receipt.id(),
                receipt == null ? null : receipt.kind(),
                event.dealId(),
                event.saleId(),
                search(event.vendor(), event.note()),
                version,
                event.expenseId().tenantId(),
                event.expenseId());
    }

    @EventHandler
    void on(ExpenseVoided event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.expenseId(),
                VOIDED,
                true,
                event.reason().value(),
                version,
                event.expenseId().tenantId(),
                event.expenseId());
    }

    @EventHandler
    void on(ExpenseRestored event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.expenseId(),
                VOIDED,
                false,
                null,
                version,
                event.expenseId().tenantId(),
                event.expenseId());
    }

    private static @Nullable String text(@Nullable PersonalText text) {
        return text == null ? null : text.value();
    }

    private static String search(PersonalText vendor, @Nullable PersonalText note) {
        return note == null ? SearchText.fold(vendor.value()) : SearchText.fold(vendor.value(), note.value());
    }
}
