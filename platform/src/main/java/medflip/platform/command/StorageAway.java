package medflip.platform.command;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** What keeps the events can't be reached, so none of a command were stored. It passes by itself. */
public final class StorageAway extends EventStoreException {
    public StorageAway(@Nullable Throwable cause) {
        super("What keeps the events can't be reached; nothing was stored.", cause);
    }
}
