package medflip.expenses.write;

import medflip.expenses.events.ExpenseEvent;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.write.ExpenseCommand.CorrectExpense;
import medflip.expenses.write.ExpenseCommand.Details;
import medflip.expenses.write.ExpenseCommand.RestoreExpense;
import medflip.expenses.write.ExpenseCommand.VoidExpense;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.PastFact;
import medflip.platform.command.UndoRejection;
import medflip.platform.command.Undoing;
import org.springframework.stereotype.Component;

/** The way back from what was done to an expense. */
@Component
class UndoExpenses implements Undoing<ExpenseEvent> {

    @Override
    public Class<ExpenseEvent> family() {
        return ExpenseEvent.class;
    }

    @Override
    public Command undo(PastFact<ExpenseEvent> past) {
        ExpenseId id = past.fact().expenseId();
        return switch (past.fact()) {
            case ExpenseRecorded recorded -> throw new CommandRejected(UndoRejection.A_BEGINNING);
            case ExpenseCorrected corrected -> {
                past.requireLast(ExpenseCorrected.class::isInstance);
                yield new CorrectExpense(id, before(past));
            }
            case ExpenseVoided voided -> new RestoreExpense(id);
            case ExpenseRestored restored ->
                new VoidExpense(
                        id, past.earlier(ExpenseVoided.class).orElseThrow().reason());
        };
    }

    private static Details before(PastFact<ExpenseEvent> past) {
        ExpenseEvent before = past.earlier(
                        event -> event instanceof ExpenseCorrected || event instanceof ExpenseRecorded)
                .orElseThrow();
        return switch (before) {
            case ExpenseRecorded recorded -> Details.of(recorded);
            case ExpenseCorrected corrected -> Details.of(corrected);
            default -> throw new IllegalStateException("Tells no details: " + before);
        };
    }
}
