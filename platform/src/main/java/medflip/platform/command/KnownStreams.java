package medflip.platform.command;

import static medflip.platform.command.Rejection.require;

import java.util.function.Predicate;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Whether there is such a thing: asked before a fact names a thing that its own aggregate doesn't know. */
public final class KnownStreams {

    private final EventStore events;
    private final Predicate<DataSubject> erased;
    private final Rejection ofTheErased;

    /** @param ofTheErased says that somebody was erased */
    public KnownStreams(EventStore events, Predicate<DataSubject> erased, Rejection ofTheErased) {
        this.events = events;
        this.erased = erased;
        this.ofTheErased = ofTheErased;
    }

    /**
     * @throws CommandRejected with {@link RequestRejection#NOT_FOUND} if nothing ever happened to it, and otherwise if
     *     it was somebody who was erased
     */
    public void requireKnown(AggregateId id) {
        require(isKnown(id), RequestRejection.NOT_FOUND);
        require(!(id instanceof DataSubject somebody) || !erased.test(somebody), ofTheErased);
    }

    public boolean isKnown(AggregateId id) {
        return events.lastSequenceNumberFor(id.value()).isPresent();
    }
}
