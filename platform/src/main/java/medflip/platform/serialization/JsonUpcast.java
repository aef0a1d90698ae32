package medflip.platform.serialization;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the stored form of one revision of an event into that of the next. It sees encrypted values as they are, and
 * may move them to a component of another name if that bears the same {@code @PersonalData} id; an event never changes
 * its name, to which they are bound.
 *
 * <pre>{@code
 * final class QuoteGivenGotAChannel extends JsonUpcast {
 *     QuoteGivenGotAChannel() {
 *         super("deals.QuoteGiven", 1);
 *     }
 *
 *     @Override
 *     protected void change(ObjectNode event) {
 *         event.put("channel", "PHONE");
 *     }
 * }
 * }</pre>
 */
public abstract class JsonUpcast extends SingleEventUpcaster {

    private final String event;
    private final int fromRevision;

    /**
     * @param event stored name
     * @param fromRevision what it reads; it makes the next
     */
    protected JsonUpcast(String event, int fromRevision) {
        this.event = event;
        this.fromRevision = fromRevision;
    }

    protected abstract void change(ObjectNode event);

    /**
     * The chain of all upcasts in the packages {@code medflip.<domain>.upcasts}; each has a constructor without
     * parameters.
     *
     * @throws IllegalStateException if for some event a step is missing, is there twice, or leads too far
     */
    public static EventUpcasterChain scan(EventNames names) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(JsonUpcast.class));
        scanner.setResourcePattern("*/upcasts/*.class");
        return chain(
                names,
                scanner.findCandidateComponents("medflip").stream()
                        .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                        .map(type -> (JsonUpcast) BeanUtils.instantiateClass(type))
                        .toList());
    }

    static EventUpcasterChain chain(EventNames names, List<JsonUpcast> upcasts) {
        List<String> there = upcasts.stream()
                .map(upcast -> step(upcast.event, upcast.fromRevision))
                .sorted()
                .toList();
        List<String> needed = names.all().stream()
                .flatMap(name -> IntStream.range(1, names.revision(name)).mapToObj(revision -> step(name, revision)))
                .sorted()
                .toList();
        if (!there.equals(needed)) {
            throw new IllegalStateException("Upcasts needed: " + needed + "; upcasts there are: " + there + ".");
        }
        return new EventUpcasterChain(upcasts.stream()
                .sorted(Comparator.comparingInt(upcast -> upcast.fromRevision))
                .toList());
    }

    @Override
    protected final boolean canUpcast(IntermediateEventRepresentation stored) {
        return stored.getType().getName().equals(event)
                && Integer.toString(fromRevision).equals(stored.getType().getRevision());
    }

    @Override
    protected final IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
        var next = new SimpleSerializedType(event, Integer.toString(fromRevision + 1));
        return stored.upcastPayload(next, ObjectNode.class, tree -> {
            change(tree);
            return tree;
        });
    }

    private static String step(String event, int fromRevision) {
        return event + " from " + fromRevision;
    }
}
