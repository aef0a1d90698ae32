package medflip.platform.view;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.kernel.DomainEvent;
import medflip.kernel.TenantId;
import medflip.platform.command.MessageMetadata;
import medflip.platform.serialization.EventSerializer;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.EventFeed.Fact;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializationException;
import tools.jackson.databind.JsonNode;

/**
 * Enters facts that another server of ours recorded, as they were: in their streams and versions, with who and when.
 * Nothing is decided anew, and no {@link Automation} follows, since what it would do was done there. Views and look-ups
 * take them like any other.
 */
public final class ForeignFacts {

    private final EventFeed feed;
    private final EventSerializer serializer;
    private final EventBus events;

    public ForeignFacts(EventFeed feed, EventSerializer serializer, EventBus events) {
        this.feed = feed;
        this.serializer = serializer;
        this.events = events;
    }

    /** Another fact stands where this one belongs. */
    public static final class Contradicted extends RuntimeException {
        Contradicted(Fact fact) {
            super(fact.stream() + " has another event of version " + fact.version());
        }
    }

    /** @throws SerializationException if this is no event that is known here */
    public DomainEvent read(String event, JsonNode data) {
        return serializer.readOpen(event, data);
    }

    /**
     * Those that aren't there yet.
     *
     * @throws Contradicted if another fact stands where one of them belongs
     */
    public List<Fact> missing(TenantId tenant, List<Fact> facts) {
        List<String> streams = facts.stream().map(Fact::stream).distinct().toList();
        Map<String, Fact> there =
                feed.ofStreams(tenant, streams).stream().collect(Collectors.toMap(ForeignFacts::place, fact -> fact));
        List<Fact> missing = new ArrayList<>();
        for (Fact fact : facts) {
            Fact found = there.get(place(fact));
            if (found == null) {
                missing.add(fact);
            } else if (!found.data().equals(fact.data())) {
                throw new Contradicted(fact);
            }
        }
        return missing;
    }

    /** Enters them, all or none. */
    public void add(Caller by, List<Fact> facts) {
        events.publish(facts.stream().map(fact -> message(by, fact)).toList());
    }

    private static DomainEventMessage<DomainEvent> message(Caller by, Fact fact) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(MessageMetadata.TENANT, by.tenant().toString());
        metadata.put(MessageMetadata.ACTOR, fact.actor());
        metadata.put(MessageMetadata.BROUGHT_BY, by.actor());
        String stream = by.tenant() + "/" + fact.stream();
        return new GenericDomainEventMessage<>(
                type(fact.stream()),
                stream,
                fact.version(),
                fact.data(),
                metadata,
                UUID.nameUUIDFromBytes((stream + "/" + fact.version()).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                fact.recordedAt());
    }

    /** The aggregate's class, after which its kind is called: {@code price-list} is a {@code PriceList}. */
    private static String type(String stream) {
        return Stream.of(stream.substring(0, stream.indexOf('/')).split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String place(Fact fact) {
        return fact.stream() + "/" + fact.version();
    }
}
