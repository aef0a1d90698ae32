package medflip.platform.view;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.StoredEvent;

/**
 * Finds out of the log what may look different since a position, for whoever takes a list away again and again. No view
 * keeps such positions: a rebuilt one would have to keep the same, and each change would cost a write more.
 *
 * <p>Whatever an event says can only show on things that it names, or that something it names has ever named: a payout
 * names its deal, and the deal its customer. So what is found is never too little; it may be more than has changed.
 */
public final class Touched {

    private static final int PAGE = 1_000;
    /** From so many events or things on, the whole list is the cheaper answer. */
    private static final int MANY = 20_000;

    private static final int STREAMS_AT_ONCE = 500;

    /** That a list was taken away changes none. */
    private static final String DELIVERIES = "/delivery-schedule/";

    private final EventTable log;

    public Touched(EventTable log) {
        this.log = log;
    }

    /** A thing that may look different now; {@code kind} is the first part of its stream's name, such as deal. */
    public record Thing(String kind, UUID id) {}

    /**
     * The things that may look different since then; nothing where that is all, because too much has happened, or
     * because it happened to what all depend on, such as the account.
     *
     * @param since position of the last event that was seen before
     */
    public Optional<Set<Thing>> since(TenantId tenant, long since) {
        Pattern names = Pattern.compile(tenant + "/([a-z-]+)/([0-9a-f-]{36})");
        String ofAll = "/" + tenant;
        Set<String> open = new HashSet<>();
        long last = since;
        long read = 0;
        List<StoredEvent> page;
        do {
            page = log.ofTenant(tenant, last, PAGE);
            read += page.size();
            if (read > MANY
                    || page.stream().anyMatch(event -> event.aggregateId().endsWith(ofAll))) {
                return Optional.empty();
            }
            page.stream()
                    .filter(event -> !event.aggregateId().contains(DELIVERIES))
                    .forEach(event -> named(event, names, open));
            last = page.isEmpty() ? last : page.getLast().position();
        } while (page.size() == PAGE);
        Set<String> known = new HashSet<>();
        Set<String> next = open;
        while (!next.isEmpty()) {
            // What all depend on is named by many, and nothing follows from that.
            next.removeIf(name -> name.endsWith(ofAll) || known.contains(name));
            known.addAll(next);
            if (known.size() > MANY) {
                return Optional.empty();
            }
            next = ofStreams(List.copyOf(next), names);
        }
        return Optional.of(things(known, names));
    }

    private Set<String> ofStreams(List<String> streams, Pattern names) {
        Set<String> found = new HashSet<>();
        for (int from = 0; from < streams.size(); from += STREAMS_AT_ONCE) {
            log.ofStreams(streams.subList(from, Math.min(streams.size(), from + STREAMS_AT_ONCE)))
                    .forEach(event -> named(event, names, found));
        }
        return found;
    }

    private static void named(StoredEvent event, Pattern names, Set<String> found) {
        found.add(event.aggregateId());
        Matcher name = names.matcher(new String(event.payload(), StandardCharsets.UTF_8));
        while (name.find()) {
            found.add(name.group());
        }
    }

    private static Set<Thing> things(Set<String> known, Pattern names) {
        Set<Thing> things = new HashSet<>();
        for (String one : known) {
            Matcher name = names.matcher(one);
            if (name.matches()) {
                things.add(new Thing(name.group(1), UUID.fromString(name.group(2))));
            }
        }
        return things;
    }
}
