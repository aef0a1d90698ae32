package medflip.expenses.events;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import medflip.accounts.events.AccountId;
import medflip.deals.events.DealId;
import medflip.kernel.AttachedFile;
import medflip.kernel.AttachesFiles;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import medflip.sales.events.SaleId;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to an expense. */
public sealed interface ExpenseEvent extends DomainEvent {
    ExpenseId expenseId();

    @Override
    default ExpenseId aggregateId() {
        return expenseId();
    }

    /**
     * The business spent money. Where it was for one purchase or one sale, {@code dealId} or {@code saleId} says which;
     * else it is overhead.
     */
    record ExpenseRecorded(
            ExpenseId expenseId,
            AccountId accountId,
            LocalDate spentOn,
            ExpenseCategory category,
            @PersonalData("expenses.vendor") PersonalText vendor,
            Money amount,
            PaymentMethod method,
            @PersonalData("expenses.note") @Nullable PersonalText note,
            @Nullable AttachedFile receipt,
            @Nullable DealId dealId,
            @Nullable SaleId saleId)
            implements ExpenseEvent, AttachesFiles {

        @Override
        public List<AttachedFile> attachedFiles() {
            return Stream.ofNullable(receipt).toList();
        }
    }

    /** What was recorded was wrong: from here on this holds instead, from the day it was spent. */
    record ExpenseCorrected(
            ExpenseId expenseId,
            AccountId accountId,
            LocalDate spentOn,
            ExpenseCategory category,
            @PersonalData("expenses.vendor") PersonalText vendor,
            Money amount,
            PaymentMethod method,
            @PersonalData("expenses.note") @Nullable PersonalText note,
            @Nullable AttachedFile receipt,
            @Nullable DealId dealId,
            @Nullable SaleId saleId)
            implements ExpenseEvent, AttachesFiles {

        @Override
        public List<AttachedFile> attachedFiles() {
            return Stream.ofNullable(receipt).toList();
        }
    }

    /** The expense never was: it counts nowhere any more. */
    record ExpenseVoided(
            ExpenseId expenseId,
            AccountId accountId,
            @PersonalData("expenses.void-reason") PersonalText reason) implements ExpenseEvent {}

    /** Voiding was a mistake: the expense counts again. */
    record ExpenseRestored(ExpenseId expenseId) implements ExpenseEvent {}
}
