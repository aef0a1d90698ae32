package medflip.platform.command;

import java.util.function.Supplier;
import medflip.kernel.DomainEvent;

/** How the facts of a family are undone: a bean of the domain that they are of. */
public interface Undoing<F extends DomainEvent> {

    Class<F> family();

    /**
     * The command, one that anybody could send, which makes the thing as it was before the fact.
     *
     * @throws CommandRejected if there is none, with why
     */
    Command undo(PastFact<F> past);

    /** Sends that command; where something has to be claimed before, this does it around the sending. */
    default Accepted send(Command command, Supplier<Accepted> sending) {
        return sending.get();
    }
}
