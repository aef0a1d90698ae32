package medflip.platform.command;

import static medflip.platform.command.Rejection.require;

import medflip.kernel.AggregateId;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Whether there is such a thing: asked before a fact names a thing that its own aggregate doesn't know. */
public final class KnownStreams {

    private final EventStore events;

    public KnownStreams(EventStore events) {
        this.events = events;
    }

    /** @throws CommandRejected with {@link RequestRejection#NOT_FOUND} if nothing ever happened to it */
    public void requireKnown(AggregateId id) {
        require(isKnown(id), RequestRejection.NOT_FOUND);
    }

    public boolean isKnown(AggregateId id) {
        return events.lastSequenceNumberFor(id.value()).isPresent();
    }
}
