package medflip.platform.operation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import medflip.platform.eventstore.EventTable;
import medflip.platform.messaging.PausedProcessors;
import medflip.platform.view.StoredPositions;
import medflip.platform.view.StoredPositions.Stored;
import medflip.platform.view.ViewProgress;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.stereotype.Component;

/** How all that follows the log stands, whichever process sees to it. */
@Component
class ProcessorStates {

    private final EventTable log;
    private final ViewProgress progress;
    private final EventProcessingConfiguration processing;
    private final OperationStore store;
    private final StoredPositions positions;
    private final PausedProcessors paused;

    ProcessorStates(
            EventTable log,
            ViewProgress progress,
            EventProcessingConfiguration processing,
            OperationStore store,
            StoredPositions positions,
            PausedProcessors paused) {
        this.log = log;
        this.progress = progress;
        this.processing = processing;
        this.store = store;
        this.positions = positions;
        this.paused = paused;
    }

    /**
     * What follows the log.
     *
     * @param error what it stopped by for now; it tries again by itself
     * @param paused whether an operator has stopped it
     * @param behind how many positions it is behind the newest event
     */
    record Processor(
            String name, boolean running, boolean error, boolean paused, long position, long behind, long deadLetters) {

        /** Whether it needs a look. */
        boolean fails() {
            return error || !running && !paused;
        }
    }

    /** Those that need a look first. */
    List<Processor> all() {
        long head = log.head();
        Map<String, Long> letters = store.deadLetters();
        Map<String, EventProcessor> here = processing.eventProcessors();
        return Stream.concat(
                        here.entrySet().stream().map(each -> processor(each.getKey(), each.getValue(), head, letters)),
                        positions.all().stream()
                                .filter(stored -> !here.containsKey(stored.processor()))
                                .map(stored -> elsewhere(stored, head, letters)))
                .sorted(Comparator.comparing((Processor each) -> !each.error())
                        .thenComparing(Processor::deadLetters, Comparator.reverseOrder())
                        .thenComparing(Processor::behind, Comparator.reverseOrder())
                        .thenComparing(Processor::name))
                .toList();
    }

    /** One that another process sees to: what it stumbles over for the moment, that process alone knows. */
    private Processor elsewhere(Stored stored, long head, Map<String, Long> letters) {
        return new Processor(
                stored.processor(),
                stored.running(),
                false,
                paused.isPaused(stored.processor()),
                stored.position(),
                Math.max(0, head - stored.position()),
                letters.getOrDefault(stored.processor(), 0L));
    }

    private Processor processor(String name, EventProcessor processor, long head, Map<String, Long> letters) {
        long position = progress.position(name);
        return new Processor(
                name,
                processor.isRunning(),
                processor.isError(),
                paused.isPaused(name),
                position,
                Math.max(0, head - position),
                letters.getOrDefault(name, 0L));
    }
}
