package medflip.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A way to another service. */
public interface OutboxChannel {

    /** Stored with each row: never change it. */
    String name();

    /**
     * For how long after the first attempt the service knows a repeat by its id, and does it once only; zero if it
     * doesn't. Within that time an attempt whose outcome is unknown is made again.
     */
    Duration knowsRepeatsFor();

    /**
     * Whether each business has an account of its own at the service: then the service may have enough of one, and
     * still take from the others.
     */
    default boolean isOfEachBusiness() {
        return false;
    }

    /**
     * After how long a service that doesn't know repeats can be asked whether it did the first; null if it can't be.
     * Only once it says that it didn't, another attempt is made.
     */
    default @Nullable Duration canTellAfter() {
        return null;
    }

    /** Asks the service, {@link #canTellAfter} an attempt in doubt, whether it was done. */
    default Outcome lookUp(UUID id, byte[] content, Instant firstTriedAt) {
        return new Outcome.Unknown("cannot-tell");
    }

    /** Tries once, and gives up in less than a minute. Called by many threads at once. */
    default Outcome attempt(UUID id, byte[] content) {
        return Objects.requireNonNull(
                attemptTogether(id, new TreeMap<>(Map.of(id, content))).get(id));
    }

    /** How many are tried in one call; 1 where each is tried on its own. */
    default int together() {
        return 1;
    }

    /**
     * Tries several in one call, where the service takes {@link #together} so many. Those of a batch are tried together
     * again, in the same order, so that the service knows the call for a repeat.
     *
     * @param batch what the call is called, however often it is made
     * @return the outcome of each
     */
    default Map<UUID, Outcome> attemptTogether(UUID batch, SortedMap<UUID, byte[]> contents) {
        throw new UnsupportedOperationException(name() + " tries each on its own");
    }
}
