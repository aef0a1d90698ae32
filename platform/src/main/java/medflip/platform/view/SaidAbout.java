package medflip.platform.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import medflip.kernel.DomainEvent;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.Mentions;
import medflip.platform.eventstore.StoredEvent;
import medflip.platform.privacy.PersonalValues;
import medflip.platform.serialization.EventSerializer;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import tools.jackson.databind.json.JsonMapper;

/** Asks the log what it says about somebody, and whether it says the same about others. */
public final class SaidAbout {

    private static final int PAGE = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Mentions mentions;
    private final EventSerializer serializer;
    private final EventUpcaster upcasts;
    private final EventFeed feed;

    public SaidAbout(Mentions mentions, EventSerializer serializer, EventUpcaster upcasts, EventFeed feed) {
        this.mentions = mentions;
        this.serializer = serializer;
        this.upcasts = upcasts;
        this.feed = feed;
    }

    /** @param events how many say something about them */
    public record Said(int events, PersonalValues values) {}

    /** What a tenant's log says about these, as long as their keys are there. */
    public Said about(TenantId tenant, Set<String> subjects) {
        List<StoredEvent> stored = mentions.of(tenant, subjects);
        serializer.prefetch(stored);
        List<Object> said = EventUtils.upcastAndDeserializeTrackedEvents(stored.stream(), serializer, upcasts)
                .flatMap(message -> serializer.saidOf(subjects, (DomainEvent) message.getPayload()).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        return new Said(stored.size(), PersonalValues.of(said));
    }

    /**
     * Which of these values the log says to whoever reads it now. Once somebody's keys are gone, that is what is said
     * of others: a family's address, a namesake.
     */
    public Set<String> stillSaid(TenantId tenant, Collection<String> values) {
        Set<String> wanted = new TreeSet<>(values);
        Set<String> found = new TreeSet<>();
        long after = 0;
        List<EventFeed.Fact> page;
        do {
            page = feed.read(tenant, after, PAGE);
            for (EventFeed.Fact fact : page) {
                String text = JSON.writeValueAsString(fact.data()).toLowerCase(Locale.ROOT);
                wanted.stream().filter(value -> text.contains(asWritten(value))).forEach(found::add);
            }
            wanted.removeAll(found);
            after = page.isEmpty() ? after : page.getLast().position();
        } while (page.size() == PAGE && !wanted.isEmpty());
        return found;
    }

    /** As it stands between the quotation marks: a text of several lines has none of them in JSON. */
    private static String asWritten(String value) {
        String quoted = JSON.writeValueAsString(value);
        return quoted.substring(1, quoted.length() - 1).toLowerCase(Locale.ROOT);
    }
}
