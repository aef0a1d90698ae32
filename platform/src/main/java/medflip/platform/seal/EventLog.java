package medflip.platform.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.StoredEvent;
import org.springframework.stereotype.Component;

/**
 * The events, by their bytes as they are stored: ciphertext, in the form that they had when they were written. So
 * whoever is erased, and an event that is read in another form today, change nothing of it.
 */
@Component
class EventLog implements SealedLog {

    private final EventTable events;

    EventLog(EventTable events) {
        this.events = events;
    }

    @Override
    public LogName name() {
        return LogName.FACTS;
    }

    @Override
    public List<Entry> behind(long position, int most) {
        return events.settled(position, most).stream().map(EventLog::entry).toList();
    }

    /** What {@code Verifier.java} computes as well. */
    private static Entry entry(StoredEvent event) {
        return Entry.of(
                TenantId.of(event.tenant()),
                event.position(),
                "event/1",
                event.tenant(),
                event.position(),
                event.aggregateId(),
                event.sequence(),
                event.eventId(),
                event.type(),
                event.payloadType(),
                event.payloadRevision(),
                event.timestamp(),
                event.recordedAt(),
                event.payload(),
                event.metadata());
    }

    @Override
    public Optional<Instant> recordedBehind(long position) {
        return events.recordedBehind(position);
    }
}
