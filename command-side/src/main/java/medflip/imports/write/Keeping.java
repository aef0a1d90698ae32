package medflip.imports.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import medflip.imports.write.Kind.Mode;
import medflip.imports.write.Kind.Outcome;
import medflip.imports.write.Kind.Result;
import medflip.imports.write.Kind.Touched;
import medflip.imports.write.Reading.Good;
import medflip.kernel.AggregateId;
import medflip.kernel.DomainEvent;
import medflip.platform.command.Accepted;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Conditions;
import org.jspecify.annotations.Nullable;

/**
 * Enters rows of which each is about one thing with its own history: makes it where the books don't have it, and else
 * brings what they say in line with the file. What of it this import did before a crash, the log tells.
 *
 * @param <R> what a row says
 * @param <S> what the books say of such a thing
 * @param <I> the thing's id
 */
abstract class Keeping<R, S, I extends AggregateId> implements Kind.Entering<R> {

    private final Books books;
    /** Rows may call one thing by different names; one of them waits until the other is through. */
    private final Map<I, Lock> busy = new ConcurrentHashMap<>();

    Keeping(Books books) {
        this.books = books;
    }

    /** The thing in the books that the row is about. */
    abstract Optional<I> find(R content);

    /** The id that the thing gets, always the same for the same row. */
    abstract I newId(R content);

    abstract Command make(I id, R content);

    /** Refuses what the thing can't be given because another has it. */
    void requirePossible(I id, R content) {}

    /** Sends a command of the row's; where something of the row is one thing's only, it is claimed before. */
    Accepted send(I id, R content, Command command, Conditions conditions) {
        return books.send(command, conditions);
    }

    /** What the books say after these events; null for nothing. */
    abstract @Nullable S state(List<DomainEvent> history);

    /** Whether the thing was put aside: archived or retired. */
    abstract boolean isAside(S state);

    /** The same with what the row says of it; what it is silent about stays. */
    abstract S merged(S state, R content);

    abstract Command bringBack(I id);

    /** What makes the thing as it is to be, one fact a command. */
    abstract List<Command> corrections(I id, S from, S to);

    /** What to say of a row that is skipped because the thing is there, or isn't. */
    abstract String skipped(boolean isThere);

    abstract R combined(List<Good<R>> together);

    @Override
    public List<Outcome> foresee(List<Good<R>> together) {
        return outcome(together, false);
    }

    @Override
    public List<Outcome> enter(List<Good<R>> together) {
        return outcome(together, true);
    }

    private List<Outcome> outcome(List<Good<R>> together, boolean really) {
        int first = together.getFirst().number();
        Outcome outcome;
        try {
            outcome = outcome(first, combined(together), really);
        } catch (CommandRejected refused) {
            outcome = Outcome.of(first, Result.REFUSED, Books.reason(refused));
        }
        List<Outcome> outcomes = new ArrayList<>(List.of(outcome));
        for (Good<R> other : together.subList(1, together.size())) {
            outcomes.add(
                    outcome.result().touched()
                            ? Outcome.of(other.number(), Result.UNCHANGED, "Taken together with row " + first + ".")
                            : outcome.asOf(other.number()));
        }
        return outcomes;
    }

    private Outcome outcome(int row, R content, boolean really) {
        Mode mode = books.settings().mode();
        I own = newId(content);
        Conditions making = RowKeys.making(own);
        Optional<Accepted> made = books.past(making).filter(books::isOurs);
        if (made.isPresent()) {
            return Outcome.of(
                    row, Result.MADE, Touched.made(own.value(), made.get().version()));
        }
        I found = find(content).orElseGet(() -> books.history(own).isEmpty() ? null : own);
        if (found == null) {
            if (mode == Mode.UPDATE) {
                return Outcome.of(row, Result.SKIPPED, skipped(false));
            }
            requirePossible(own, content);
            return Outcome.of(
                    row,
                    Result.MADE,
                    really
                            ? new Touched[] {
                                Touched.made(
                                        own.value(),
                                        send(own, content, make(own, content), making)
                                                .version())
                            }
                            : new Touched[0]);
        }
        Lock lock = busy.computeIfAbsent(found, id -> new ReentrantLock());
        lock.lock();
        try {
            return change(row, found, content, mode, really);
        } finally {
            lock.unlock();
        }
    }

    private Outcome change(int row, I id, R content, Mode mode, boolean really) {
        List<DomainEvent> history = books.history(id);
        S state = Objects.requireNonNull(state(history));
        long version = history.size() - 1L;
        Conditions back = books.step(id, "back");
        Optional<Accepted> broughtBack = books.past(back);
        int corrected = 0;
        while (books.past(correction(id, corrected)).isPresent()) {
            corrected++;
        }
        boolean aside = isAside(state);
        boolean wasAside = aside || broughtBack.isPresent();
        if (wasAside && mode == Mode.UPDATE || !wasAside && mode == Mode.CREATE && corrected == 0) {
            return Outcome.of(row, Result.SKIPPED, skipped(!wasAside));
        }
        List<Command> corrections = corrections(id, state, merged(state, content));
        if (!corrections.isEmpty()) {
            requirePossible(id, content);
        }
        long before = version - broughtBack.map(done -> 1).orElse(0) - corrected;
        if (really && aside && broughtBack.isEmpty()) {
            version = books.send(bringBack(id), expecting(back, version)).version();
        }
        for (int i = 0; really && i < corrections.size(); i++) {
            version = send(id, content, corrections.get(i), expecting(correction(id, corrected + i), version))
                    .version();
        }
        boolean changed = !corrections.isEmpty() || aside || broughtBack.isPresent() || corrected > 0;
        Result result = !changed ? Result.UNCHANGED : wasAside ? Result.MADE : Result.CHANGED;
        return changed && really
                ? Outcome.of(row, result, new Touched(id.value(), before, version))
                : Outcome.of(row, result);
    }

    private Conditions correction(I id, int number) {
        return books.step(id, "correct-" + number);
    }

    private static Conditions expecting(Conditions step, long version) {
        return new Conditions(step.idempotencyKey(), step.requestHash(), version);
    }
}
