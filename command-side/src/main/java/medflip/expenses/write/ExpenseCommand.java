package medflip.expenses.write;

import java.time.LocalDate;
import medflip.accounts.events.AccountId;
import medflip.deals.events.DealId;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.events.PaymentMethod;
import medflip.kernel.AttachedFile;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.platform.command.Command;
import medflip.sales.events.SaleId;
import org.jspecify.annotations.Nullable;

/** What can be asked of an expense. */
public sealed interface ExpenseCommand extends Command {
    ExpenseId expenseId();

    @Override
    default ExpenseId aggregateId() {
        return expenseId();
    }

    /** What the books say of an expense. */
    record Details(
            LocalDate spentOn,
            ExpenseCategory category,
            PersonalText vendor,
            Money amount,
            PaymentMethod method,
            @Nullable PersonalText note,
            @Nullable AttachedFile receipt,
            @Nullable DealId dealId,
            @Nullable SaleId saleId) {

        public static Details of(ExpenseRecorded expense) {
            return new Details(
                    expense.spentOn(),
                    expense.category(),
                    expense.vendor(),
                    expense.amount(),
                    expense.method(),
                    expense.note(),
                    expense.receipt(),
                    expense.dealId(),
                    expense.saleId());
        }

        public static Details of(ExpenseCorrected expense) {
            return new Details(
                    expense.spentOn(),
                    expense.category(),
                    expense.vendor(),
                    expense.amount(),
                    expense.method(),
                    expense.note(),
                    expense.receipt(),
                    expense.dealId(),
                    expense.saleId());
        }

        Details on(ExpenseCategory line) {
            return new Details(spentOn, line, vendor, amount, method, note, receipt, dealId, saleId);
        }
    }

    /** Writes an expense into the books. */
    record RecordExpense(ExpenseId expenseId, AccountId accountId, Details details) implements ExpenseCommand {}

    /** Sets right what the books say. */
    record CorrectExpense(ExpenseId expenseId, Details details) implements ExpenseCommand {}

    /** Sets right on which line of Schedule C it stands; all else stays. */
    record PutOnLine(ExpenseId expenseId, ExpenseCategory category) implements ExpenseCommand {}

    /** Takes the expense out of all sums; it stays in the books as voided. */
    record VoidExpense(ExpenseId expenseId, PersonalText reason) implements ExpenseCommand {}

    /** Makes a voided expense count again. */
    record RestoreExpense(ExpenseId expenseId) implements ExpenseCommand {}
}
