package medflip.platform.eventstore;

import medflip.platform.command.OutcomeUnknown;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The connection was lost while the events were being committed: they may be on disk, or not. Only a command with an
 * Idempotency-Key, or one that changes nothing the second time, may simply be sent again.
 */
public final class AppendOutcomeUnknown extends EventStoreException implements OutcomeUnknown {

    AppendOutcomeUnknown(Throwable cause) {
        super("The connection was lost while events were being stored. They may have been stored.", cause);
    }
}
