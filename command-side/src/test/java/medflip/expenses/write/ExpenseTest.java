package medflip.expenses.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.deals.events.DealId;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.events.PaymentMethod;
import medflip.expenses.write.ExpenseCommand.CorrectExpense;
import medflip.expenses.write.ExpenseCommand.Details;
import medflip.expenses.write.ExpenseCommand.RecordExpense;
import medflip.expenses.write.ExpenseCommand.RestoreExpense;
import medflip.expenses.write.ExpenseCommand.VoidExpense;
import medflip.kernel.AttachedFile;
import medflip.kernel.FileKind;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class ExpenseTest extends AggregateSpec<Expense> {

    private static final ExpenseId EXPENSE = ExpenseId.of(TENANT, new UUID(1, 1));
    private static final AccountId ACCOUNT = AccountId.of(TENANT, TENANT.value());
    private static final PersonalText REASON = new PersonalText("entered twice");
    private static final AttachedFile RECEIPT = new AttachedFile(new UUID(2, 2), FileKind.JPEG, 1_234, "00ff");

    @Test
    void an_expense_is_recorded_with_its_receipt() {
        when(new RecordExpense(EXPENSE, ACCOUNT, details("12.34")));
        then(recorded("12.34"));
    }

    @Test
    void an_expense_is_more_than_nothing() {
        when(new RecordExpense(EXPENSE, ACCOUNT, details("0.00")));
        thenRejected(ExpenseRejection.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void one_cent_is_an_expense() {
        when(new RecordExpense(EXPENSE, ACCOUNT, details("0.01")));
        then(recorded("0.01"));
    }

    @Test
    void a_correction_says_anew_what_holds() {
        given(recorded("12.34"));
        when(new CorrectExpense(EXPENSE, details("12.43")));
        then(corrected("12.43"));
    }

    @Test
    void a_correction_is_more_than_nothing_too() {
        given(recorded("12.34"));
        when(new CorrectExpense(EXPENSE, details("-1.00")));
        thenRejected(ExpenseRejection.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void an_expense_is_voided_with_a_reason() {
        given(recorded("12.34"));
        when(new VoidExpense(EXPENSE, REASON));
        then(voided());
    }

    @Test
    void what_is_voided_is_neither_voided_again_nor_corrected() {
        given(recorded("12.34"), voided());
        when(new VoidExpense(EXPENSE, REASON));
        thenRejected(ExpenseRejection.VOIDED);
        when(new CorrectExpense(EXPENSE, details("1.00")));
        thenRejected(ExpenseRejection.VOIDED);
    }

    @Test
    void what_was_voided_by_mistake_is_restored_and_can_be_corrected_again() {
        given(recorded("12.34"), voided());
        when(new RestoreExpense(EXPENSE));
        then(new ExpenseRestored(EXPENSE));
        given(recorded("12.34"), voided(), new ExpenseRestored(EXPENSE));
        when(new CorrectExpense(EXPENSE, details("1.00")));
        then(corrected("1.00"));
    }

    @Test
    void what_counts_needs_no_restoring() {
        given(recorded("12.34"));
        when(new RestoreExpense(EXPENSE));
        thenRejected(ExpenseRejection.NOT_VOIDED);
    }

    @Test
    void another_tenant_finds_no_expense() {
        given(recorded("12.34"));
        from(OTHER_TENANT);
        when(new VoidExpense(EXPENSE, REASON));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    private static Details details(String amount) {
        return new Details(
                LocalDate.of(2026, 11, 20),
                ExpenseCategory.SUPPLIES,
                new PersonalText("Uline"),
                usd(amount),
                PaymentMethod.CARD,
                new PersonalText("bubble mailers"),
                RECEIPT,
                DealId.of(TENANT, new UUID(3, 3)),
                null);
    }

    private static ExpenseRecorded recorded(String amount) {
        Details details = details(amount);
        return new ExpenseRecorded(
                EXPENSE,
                ACCOUNT,
                details.spentOn(),
                details.category(),
                details.vendor(),
                details.amount(),
                details.method(),
                details.note(),
                details.receipt(),
                details.dealId(),
                details.saleId());
    }

    private static ExpenseCorrected corrected(String amount) {
        Details details = details(amount);
        return new ExpenseCorrected(
                EXPENSE,
                ACCOUNT,
                details.spentOn(),
                details.category(),
                details.vendor(),
                details.amount(),
                details.method(),
                details.note(),
                details.receipt(),
                details.dealId(),
                details.saleId());
    }

    private static ExpenseVoided voided() {
        return new ExpenseVoided(EXPENSE, ACCOUNT, REASON);
    }
}
