package medflip.kernel;

/**
 * A fact. Its stored name is {@code <domain>.<RecordName>} and its revision is that of {@link Revision}, 1 where
 * absent; neither is a class name, so classes may move.
 */
public interface DomainEvent {

    /** The stream that this fact belongs to. */
    AggregateId aggregateId();
}
