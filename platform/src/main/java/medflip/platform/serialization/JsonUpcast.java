package medflip.platform.serialization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
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
     * The chain that leads every revision ever written to the present one.
     *
     * @throws IllegalStateException if for some event a step is missing, is there twice, or leads too far
     */
    public static EventUpcasterChain chain(EventNames names, Collection<? extends JsonUpcast> upcasts) {
        List<JsonUpcast> ordered = new ArrayList<>(upcasts);
        ordered.sort(Comparator.<JsonUpcast, String>comparing(upcast -> upcast.event)
                .thenComparingInt(upcast -> upcast.fromRevision));
        List<String> steps = ordered.stream()
                .map(upcast -> step(upcast.event, upcast.fromRevision))
                .toList();
        List<String> needed = new ArrayList<>();
        for (String name : names.all()) {
            int present = EventNames.revision(names.find(name).orElseThrow());
            for (int revision = 1; revision < present; revision++) {
                needed.add(step(name, revision));
            }
        }
        needed.sort(null);
        if (!steps.stream().sorted().toList().equals(needed)) {
            throw new IllegalStateException("Upcasts needed: " + needed + "; upcasts there are: " + steps + ".");
        }
        return new EventUpcasterChain(ordered);
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
        return event + " " + fromRevision;
    }
}
