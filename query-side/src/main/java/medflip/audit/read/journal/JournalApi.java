package medflip.audit.read.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import medflip.audit.read.journal.Changes.ChangedValue;
import medflip.audit.read.journal.JournalStore.Place;
import medflip.audit.read.journal.OriginsStore.Origin;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.MessageMetadata;
import medflip.platform.command.RequestRejection;
import medflip.platform.eventstore.EventTable;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.EventFeed;
import medflip.platform.view.EventFeed.Fact;
import medflip.platform.view.Json;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions about everything that happened. */
@RestController
class JournalApi {

    private static final String TOLD = "audit.timeline";
    private static final String UNDONE = "audit.undone";

    private static final CsvColumns<JournalEntry> CSV = new CsvColumns<JournalEntry>()
            .value("Position", JournalEntry::position)
            .value("When", JournalEntry::recordedAt)
            .value("Who", JournalEntry::actor)
            .value("What", JournalEntry::event)
            .value("Happened to", JournalEntry::kind)
            .value("Id", JournalEntry::recordId)
            .text("Details", entry -> entry.detail().isEmpty() ? "" : Json.text(entry.detail()))
            .value("Undoes position", JournalEntry::undoes)
            .value("Why", JournalEntry::undoReason)
            .value("Undone since", JournalEntry::undone);

    private final JournalStore store;
    private final EventFeed feed;
    private final EventTable log;
    private final OriginsStore origins;
    private final JsonMapper json;

    JournalApi(JournalStore store, EventFeed feed, EventTable log, OriginsStore origins, JsonMapper json) {
        this.store = store;
        this.feed = feed;
        this.log = log;
        this.origins = origins;
        this.json = json;
    }

    /** A page of the journal, the latest first. */
    @GetMapping("/api/audit/journal")
    @Reads({JournalProjection.GROUP, TOLD, UNDONE})
    Page<JournalEntry> findJournal(
            Caller caller, @ParameterObject FindJournal question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** All of it as a file. */
    @ExportMapping("/api/audit/journal.csv")
    @Reads({JournalProjection.GROUP, TOLD, UNDONE})
    Listing<JournalEntry> exportJournal(Caller caller, @ParameterObject FindJournal question) {
        return Listing.of("journal", CSV, each -> store.forEach(caller.tenant(), question, each));
    }

    /**
     * What an entry changed.
     *
     * @param from by which browser on which system; absent where it wasn't done at a screen, or 90 days ago
     */
    record JournalChange(
            long position,
            List<ChangedValue> changes,
            @Nullable Origin from) {}

    /**
     * What an entry changed: each value that it says, and what had been said of it before. Personal values are in
     * clear, unless they were forgotten.
     */
    @GetMapping("/api/audit/change")
    @Reads(JournalProjection.GROUP)
    JournalChange findJournalChange(Caller caller, @RequestParam long position) {
        Place place = store.place(caller.tenant(), position)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        List<Fact> stream = feed.ofStreams(caller.tenant(), Set.of(place.kind() + "/" + place.record())).stream()
                .sorted(Comparator.comparingLong(Fact::version))
                .toList();
        return new JournalChange(position, Changes.of(stream, position, json), origin(caller.tenant(), position));
    }

    private @Nullable Origin origin(TenantId tenant, long position) {
        return log.ofTenant(tenant, position - 1, 1).stream()
                .map(event -> json.readTree(event.metadata()).path(MessageMetadata.SESSION))
                .filter(JsonNode::isString)
                .findFirst()
                .flatMap(session -> origins.of(tenant, UUID.fromString(session.asString())))
                .orElse(null);
    }
}
