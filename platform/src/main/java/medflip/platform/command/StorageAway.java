package medflip.platform.command;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the events, or answers what a command must know, can't be reached: nothing was stored. It passes by
 * itself.
 */
public final class StorageAway extends EventStoreException {
    public StorageAway(@Nullable Throwable cause) {
        super(
                "What keeps the events, or is asked before they are stored, can't be reached; nothing was stored.",
                cause);
    }
}
