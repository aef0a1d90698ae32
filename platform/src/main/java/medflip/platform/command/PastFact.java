package medflip.platform.command;

import static medflip.platform.command.Rejection.require;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import medflip.kernel.DomainEvent;

/**
 * A fact among the others of its thing.
 *
 * @param before what happened to the thing before, in order
 * @param after what happened to it since
 */
public record PastFact<F extends DomainEvent>(F fact, List<F> before, List<F> after) {

    /** The last one before it of such. */
    public Optional<F> earlier(Predicate<? super F> such) {
        return before.stream().filter(such).reduce((former, later) -> later);
    }

    /** The last one before it of a type. */
    public <T extends F> Optional<T> earlier(Class<T> type) {
        return earlier(type::isInstance).map(type::cast);
    }

    /** @throws CommandRejected if such a thing happened since: undoing the earlier fact would undo the later too */
    public void requireLast(Predicate<? super F> such) {
        require(after.stream().noneMatch(such), UndoRejection.CHANGED_SINCE);
    }
}
