package medflip.imports.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import medflip.accounts.events.AccountId;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.write.ExpenseCommand.CorrectExpense;
import medflip.expenses.write.ExpenseCommand.Details;
import medflip.expenses.write.ExpenseCommand.RecordExpense;
import medflip.expenses.write.ExpenseCommand.RestoreExpense;
import medflip.expenses.write.ExpenseCommand.VoidExpense;
import medflip.imports.write.ExpensesKind.Spent;
import medflip.imports.write.Kind.Outcome;
import medflip.imports.write.Kind.Result;
import medflip.imports.write.Reading.Good;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalText;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * Brings expenses in line with a file that has a reference for each. A reference is known if an import brought it: what
 * was written by hand has none.
 */
final class ExpensesKeeping extends Keeping<Spent, ExpensesKeeping.State, ExpenseId> {

    private final Books books;

    ExpensesKeeping(Books books) {
        super(books);
        this.books = books;
    }

    /** What the books say of an expense, and whether it was voided. */
    record State(Details details, boolean voided) {

        static @Nullable State of(List<DomainEvent> history) {
            State state = null;
            for (DomainEvent event : history) {
                state = switch (event) {
                    case ExpenseRecorded recorded -> new State(Details.of(recorded), false);
                    case ExpenseCorrected corrected -> new State(Details.of(corrected), false);
                    case ExpenseVoided voiding ->
                        new State(Objects.requireNonNull(state).details(), true);
                    case ExpenseRestored restored ->
                        new State(Objects.requireNonNull(state).details(), false);
                    default -> state;
                };
            }
            return state;
        }
    }

    /** What makes an expense be again as after the first of these events. */
    static List<Command> takingBack(
            ExpenseId id, List<DomainEvent> before, List<DomainEvent> after, PersonalText reason) {
        State was = State.of(before);
        State is = Objects.requireNonNull(State.of(after));
        List<Command> commands = new ArrayList<>();
        if (was != null && !was.details().equals(is.details())) {
            commands.add(new CorrectExpense(id, was.details()));
        }
        if (was == null || was.voided() && !is.voided()) {
            commands.add(new VoidExpense(id, reason));
        }
        return commands;
    }

    @Override
    public List<Outcome> foresee(List<Good<Spent>> together) {
        return hasCome(together.getFirst()) ? super.foresee(together) : notYet(together.getFirst());
    }

    @Override
    public List<Outcome> enter(List<Good<Spent>> together) {
        return hasCome(together.getFirst()) ? super.enter(together) : notYet(together.getFirst());
    }

    private boolean hasCome(Good<Spent> row) {
        return !row.content().on().isAfter(books.today());
    }

    private static List<Outcome> notYet(Good<Spent> row) {
        return List.of(Outcome.of(row.number(), Result.REFUSED, ExpensesKind.NOT_YET));
    }

    /** It has the id that a new one of this reference would have. */
    @Override
    Optional<ExpenseId> find(Spent row) {
        return Optional.empty();
    }

    /** What an undone import brought doesn't count as being there. */
    @Override
    ExpenseId newId(Spent row) {
        int takenBack = 0;
        ExpenseId id;
        do {
            id = books.keys().expenseOf(Objects.requireNonNull(row.reference()), takenBack);
            takenBack++;
        } while (books.wasTakenBack(id));
        return id;
    }

    @Override
    Command make(ExpenseId id, Spent row) {
        return new RecordExpense(id, AccountId.of(books.tenant(), books.tenant().value()), row.made());
    }

    @Override
    @Nullable
    State state(List<DomainEvent> history) {
        return State.of(history);
    }

    @Override
    boolean isAside(State state) {
        return state.voided();
    }

    @Override
    State merged(State state, Spent row) {
        return new State(row.over(state.details()), state.voided());
    }

    @Override
    Command bringBack(ExpenseId id) {
        return new RestoreExpense(id);
    }

    @Override
    List<Command> corrections(ExpenseId id, State from, State to) {
        return from.equals(to) ? List.of() : List.of(new CorrectExpense(id, to.details()));
    }

    @Override
    String skipped(boolean isThere) {
        return isThere ? "This expense is in the books already." : "This expense isn't in the books.";
    }

    @Override
    Spent combined(List<Good<Spent>> together) {
        return together.getLast().content();
    }
}
