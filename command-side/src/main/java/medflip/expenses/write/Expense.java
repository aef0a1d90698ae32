package medflip.expenses.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.accounts.events.AccountId;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.write.ExpenseCommand.CorrectExpense;
import medflip.expenses.write.ExpenseCommand.Details;
import medflip.expenses.write.ExpenseCommand.PutOnLine;
import medflip.expenses.write.ExpenseCommand.RecordExpense;
import medflip.expenses.write.ExpenseCommand.RestoreExpense;
import medflip.expenses.write.ExpenseCommand.VoidExpense;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One cost of the business. */
@Aggregate(cache = "aggregateCache")
class Expense extends TenantAggregate {

    @AggregateIdentifier
    private ExpenseId id;

    private AccountId accountId;
    private Details details;
    private boolean voided;

    Expense() {}

    @CommandHandler
    Expense(RecordExpense command) {
        Details details = checked(command.details());
        apply(new ExpenseRecorded(
                command.expenseId(),
                command.accountId(),
                details.spentOn(),
                details.category(),
                details.vendor(),
                details.amount(),
                details.method(),
                details.note(),
                details.receipt(),
                details.dealId(),
                details.saleId()));
    }

    @EventSourcingHandler
    void evolve(ExpenseRecorded event) {
        id = event.expenseId();
        accountId = event.accountId();
        details = Details.of(event);
    }

    @CommandHandler
    void decide(CorrectExpense command) {
        require(!voided, ExpenseRejection.VOIDED);
        correct(checked(command.details()));
    }

    @CommandHandler
    void decide(PutOnLine command) {
        require(!voided, ExpenseRejection.VOIDED);
        if (details.category() != command.category()) {
            correct(details.on(command.category()));
        }
    }

    private void correct(Details details) {
        apply(new ExpenseCorrected(
                id,
                accountId,
                details.spentOn(),
                details.category(),
                details.vendor(),
                details.amount(),
                details.method(),
                details.note(),
                details.receipt(),
                details.dealId(),
                details.saleId()));
    }

    @EventSourcingHandler
    void evolve(ExpenseCorrected event) {
        details = Details.of(event);
    }

    @CommandHandler
    void decide(VoidExpense command) {
        require(!voided, ExpenseRejection.VOIDED);
        apply(new ExpenseVoided(id, accountId, command.reason()));
    }

    @EventSourcingHandler
    void evolve(ExpenseVoided event) {
        voided = true;
    }

    @CommandHandler
    void decide(RestoreExpense command) {
        require(voided, ExpenseRejection.NOT_VOIDED);
        apply(new ExpenseRestored(id));
    }

    @EventSourcingHandler
    void evolve(ExpenseRestored event) {
        voided = false;
    }

    private static Details checked(Details details) {
        require(details.amount().isPositive(), ExpenseRejection.AMOUNT_NOT_POSITIVE);
        return details;
    }

    @Override
    protected ExpenseId id() {
        return id;
    }
}
