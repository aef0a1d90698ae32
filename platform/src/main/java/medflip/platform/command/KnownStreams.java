package medflip.platform.command;

import static medflip.platform.command.Rejection.require;

import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.PrivacyRejection;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Whether there is such a thing: asked before a fact names a thing that its own aggregate doesn't know. */
public final class KnownStreams {

    private final EventStore events;

    private final Keyring keyring;

    public KnownStreams(EventStore events, Keyring keyring) {
        this.events = events;
        this.keyring = keyring;
    }

    /**
     * @throws CommandRejected with {@link RequestRejection#NOT_FOUND} if nothing ever happened to it, and with
     *     {@link PrivacyRejection#SUBJECT_ERASED} if it was somebody who was erased
     */
    public void requireKnown(AggregateId id) {
        require(isKnown(id), RequestRejection.NOT_FOUND);
        require(!(id instanceof DataSubject somebody) || !keyring.isErased(somebody), PrivacyRejection.SUBJECT_ERASED);
    }

    public boolean isKnown(AggregateId id) {
        return events.lastSequenceNumberFor(id.value()).isPresent();
    }
}
