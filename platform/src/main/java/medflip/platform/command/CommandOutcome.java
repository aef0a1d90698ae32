package medflip.platform.command;

import medflip.platform.database.DatabaseAway;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command, in the form in which one process tells another. It says all that a caller acts on; of a
 * fault it says that there was one, and the log of the process where it happened has the rest.
 *
 * @param aggregateId of the last event; null where the command changed nothing
 * @param version the aggregate's after the command, from 0; -1 if nothing is known of it
 * @param position of the last event; 0 where the command changed nothing
 * @param reason why it was refused; null if it wasn't
 */
public record CommandOutcome(
        Kind kind, @Nullable String aggregateId, long version, long position, CommandRejected.@Nullable Reason reason) {

    public enum Kind {
        DONE,
        /** Refused, with a reason. */
        REJECTED,
        /** Somebody was faster, or the Idempotency-Key was used before: nothing was stored. */
        CONFLICT,
        /** There is no such aggregate. */
        ABSENT,
        /** A rehearsal that would have been done. */
        GRANTED,
        /** The process that got it is of another version and can't read it, or is about to end. */
        UNDECIDED,
        /** What keeps the events, or what is looked up for the decision, is away: nothing was stored. */
        AWAY,
        /** It may be done, or not: the connection was lost while it was stored. */
        UNKNOWN,
        /** A fault; whether something was stored isn't said. */
        FAILED
    }

    /** Nothing was decided, so somebody else may do it. */
    public static final CommandOutcome UNDECIDED = of(Kind.UNDECIDED);

    /** @param result of a bus with the interceptors of {@link AxonCommands#guard} */
    public static CommandOutcome of(CommandResultMessage<?> result) {
        if (!result.isExceptional()) {
            return ((Receipt) result.getPayload()).outcome();
        }
        return switch (result.exceptionResult()) {
            case CommandRejected rejected -> new CommandOutcome(Kind.REJECTED, null, -1, 0, rejected.reason());
            case ConcurrencyException ignored -> of(Kind.CONFLICT);
            case AggregateNotFoundException ignored -> of(Kind.ABSENT);
            case Rehearsal.Granted ignored -> of(Kind.GRANTED);
            case NoHandlerForCommandException ignored -> UNDECIDED;
            case OutcomeUnknown ignored -> of(Kind.UNKNOWN);
            case StorageAway ignored -> of(Kind.AWAY);
            case Throwable fault -> of(DatabaseAway.is(fault) ? Kind.AWAY : Kind.FAILED);
        };
    }

    /**
     * As the bus here would have answered.
     *
     * @param command what it is the outcome of, for the words of a fault
     */
    public CommandResultMessage<Receipt> result(Command command) {
        String aggregate = command.aggregateId().value();
        return switch (kind) {
            case DONE -> GenericCommandResultMessage.asCommandResultMessage(Receipt.of(this));
            case REJECTED -> failed(reason == null ? fault(command) : new CommandRejected(reason));
            case CONFLICT -> failed(new ConcurrencyException("Another process found " + aggregate + " changed."));
            case ABSENT -> failed(new AggregateNotFoundException(aggregate, "Another process knows no such thing."));
            case GRANTED -> failed(new Rehearsal.Granted());
            case AWAY -> failed(new StorageAway(null));
            case UNDECIDED, UNKNOWN, FAILED -> failed(fault(command));
        };
    }

    private static CommandOutcome of(Kind kind) {
        return new CommandOutcome(kind, null, -1, 0, null);
    }

    private static IllegalStateException fault(Command command) {
        return new IllegalStateException(command.getClass().getSimpleName()
                + " failed in the process that it was sent to; the log there tells why.");
    }

    private static CommandResultMessage<Receipt> failed(Throwable cause) {
        return GenericCommandResultMessage.asCommandResultMessage(cause);
    }
}
