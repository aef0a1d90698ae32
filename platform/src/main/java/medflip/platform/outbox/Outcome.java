package medflip.platform.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt went. Reasons are words of ours: what another service says may quote a person's data. */
public sealed interface Outcome {

    /** It is done. */
    record Done(String receipt) implements Outcome {}

    /** The service will never do it. */
    record Refused(String reason) implements Outcome {}

    /**
     * It surely wasn't done: the service couldn't be reached, or says so.
     *
     * @param retryAfter how long the service wants to be left alone, if it says
     */
    record NotDone(String reason, @Nullable Duration retryAfter) implements Outcome {}

    /** What a look-up says where the service never did it: it may be tried again at once. */
    static Outcome neverDone() {
        return new NotDone(OutboxWorker.NEVER_DONE, null);
    }

    /** There was no answer: it may be done or not. */
    record Unknown(String reason) implements Outcome {}
}
