package medflip.platform.command;

import org.jspecify.annotations.Nullable;

/**
 * What a command's handling answers: an empty slip when the handler returns, filled in when the command's events are on
 * disk, which is before anybody reads it. It hangs on the unit of work under {@link #RESOURCE}.
 */
public final class Receipt {

    public static final String RESOURCE = Receipt.class.getName();

    private @Nullable String aggregateId;
    private long version = -1;
    private long position;

    /** Called before the decision: where the aggregate stands if the command changes nothing. */
    void found(String aggregateId, long version) {
        this.aggregateId = aggregateId;
        this.version = version;
    }

    /** Called once, when the command's events are durable, with the last of them. */
    public void stored(String aggregateId, long version, long position) {
        this.aggregateId = aggregateId;
        this.version = version;
        this.position = position;
    }

    /** What another process may be told. */
    CommandOutcome outcome() {
        return new CommandOutcome(CommandOutcome.Kind.DONE, aggregateId, version, position, null);
    }

    /** The slip that another process filled in. */
    static Receipt of(CommandOutcome outcome) {
        Receipt receipt = new Receipt();
        receipt.aggregateId = outcome.aggregateId();
        receipt.version = outcome.version();
        receipt.position = outcome.position();
        return receipt;
    }

    Accepted accepted(String otherwise) {
        return new Accepted(aggregateId == null ? otherwise : aggregateId, version, position, false);
    }
}
