package medflip.platform.view;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** Knows how far views are, and waits for them: so a person sees their own change in the very next answer. */
public final class ViewProgress {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private static final long LOOK_ELSEWHERE_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Function<String, Optional<StreamingEventProcessor>> processors;
    private final ToLongFunction<String> elsewhere;
    private final Predicate<String> paused;

    /**
     * @param processors finds the processor of a processing group, if this process has it
     * @param elsewhere how far a group is that another process sees to, by what it stored
     * @param paused whether an operator has stopped it, so that nobody need wait
     */
    public ViewProgress(
            Function<String, Optional<StreamingEventProcessor>> processors,
            ToLongFunction<String> elsewhere,
            Predicate<String> paused) {
        this.processors = processors;
        this.elsewhere = elsewhere;
        this.paused = paused;
    }

    /**
     * Waits until each view shows everything up to the position, at most two seconds in all, and not for one that is
     * paused.
     *
     * @return whether they all do
     */
    public boolean await(Collection<String> groups, long position) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (String group : groups) {
            while (position(group) < position) {
                if (paused.test(group)
                        || System.nanoTime() > deadline
                        || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(here(group).isEmpty() ? LOOK_ELSEWHERE_EVERY_NANOS : LOOK_EVERY_NANOS);
            }
        }
        return true;
    }

    /** Global position up to which the view has seen everything; -1 while it hasn't begun. */
    public long position(String group) {
        return here(group).stream()
                .map(EventTrackerStatus::getTrackingToken)
                .mapToLong(token -> token == null ? -1 : ViewParameters.position(token))
                .min()
                .orElseGet(() -> elsewhere.applyAsLong(group));
    }

    /** Nothing where another process has the group: each is whole with one of them. */
    private Collection<EventTrackerStatus> here(String group) {
        return processors
                .apply(group)
                .map(processor -> processor.processingStatus().values())
                .orElse(List.of());
    }
}
