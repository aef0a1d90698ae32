package medflip.accounts.read.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.kernel.AttachedFile;
import medflip.kernel.AttachesFiles;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.export.ExportStore.Run;
import medflip.platform.files.FileStore;
import medflip.platform.report.ReportDefinition;
import medflip.platform.seal.LogName;
import medflip.platform.seal.Seals;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.EventFeed;
import medflip.platform.view.EventFeed.Fact;
import medflip.platform.view.ViewProgress;
import medflip.platform.web.Listing;
import medflip.platform.web.ListingFormat;
import medflip.platform.web.Listings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all that a business has. The lists are what the lists' own addresses answer, so that an archive never knows
 * less than they do, and show at least every event that is in it.
 */
@Component
class ArchiveContent {

    private static final int FORMAT = 3;
    private static final int PAGE = 1_000;
    /** Of a hundred, what the events make of the work, and what events and lists make together. */
    private static final int AFTER_EVENTS = 50;

    private static final int AFTER_LISTS = 80;
    private static final int ALL = 100;

    private static final String REPORT = "/api/reports/{report}.csv";
    private static final String PRICES = "/api/price-lists/{id}/prices.csv";
    private static final String README = """
            This is everything that MedFlip Profit holds of your business.

            lists/       what the screens show, as CSV files: any spreadsheet opens them
            reports/     the reports, as CSV files
            prices/      each price list as it holds now, by the id of whose it is
            files/       photos and receipts, by the ids that events.ndjson names
            events.ndjson
                         all that ever happened, the oldest first, one JSON object a line: when (recordedAt), who
                         (actor), what (event), to which thing (stream, version) and everything it says (data).
                         What was forgotten for good reads [erased]. Amounts are in the currency's smallest unit.
            events.md    what each event means, and what its fields are
            checkpoint.txt
                         how the log stood, signed: keep it, and anybody can tell later whether what is shown then still
                         begins with these events (Settings, Audit)
            manifest.json
                         when, for whom and by which version this was made, where your data is kept, and each of these
                         files with its length and its SHA-256, to see that nothing is missing or changed

            Another server of MedFlip Profit takes it as it is: sign up there, then Import.

            No password, no key and no link that opens anything is in it, and nothing of any other business.
            """;

    private final Listings listings;
    private final List<ReportDefinition> reports;
    private final EventFeed feed;
    private final FileStore files;
    private final ViewProgress progress;
    private final ObjectProvider<Seals> seals;
    private final JsonMapper json;
    private final Clock clock;
    private final String version;
    private final String region;

    ArchiveContent(
            Listings listings,
            List<ReportDefinition> reports,
            EventFeed feed,
            FileStore files,
            ViewProgress progress,
            ObjectProvider<Seals> seals,
            JsonMapper json,
            Clock clock,
            @Value("${medflip.version}") String version,
            @Value("${medflip.data-region}") String region) {
        this.listings = listings;
        this.reports = reports;
        this.feed = feed;
        this.files = files;
        this.progress = progress;
        this.seals = seals;
        this.json = json;
        this.clock = clock;
        this.version = version;
        this.region = region;
    }

    /** What to look for while the log goes by. */
    private static final class Found {
        private final Map<UUID, AttachedFile> files = new LinkedHashMap<>();
        private final Set<UUID> priceLists = new TreeSet<>();
        private long events;
        private long position;

        void see(Fact fact) {
            if (fact.data() instanceof AttachesFiles attaching) {
                attaching.attachedFiles().forEach(file -> files.put(file.id(), file));
            }
            if (fact.data() instanceof PricesPublished published) {
                priceLists.add(published.priceListId().local());
            }
            events++;
            position = fact.position();
        }
    }

    /** A list, how it is asked, and where it stands in the archive. */
    private record Asked(String entry, String address, Map<String, String> said) {}

    /**
     * Writes the archive to its end.
     *
     * @param percent told how much is done, from 0 to 100
     * @return position of the last event in it
     * @throws IllegalStateException if a view is too far behind, or if a list that belongs into it fails
     */
    long write(Run run, OutputStream out, IntConsumer percent) throws IOException {
        TenantId tenant = run.tenant();
        Archive archive = new Archive(out);
        archive.add("README.txt", README.getBytes(StandardCharsets.UTF_8));
        archive.add("events.md", schema());
        Found found = events(tenant, archive, percent);
        // A process that signs nothing makes its archives without.
        seals.stream()
                .flatMap(signing -> signing.current(tenant, LogName.FACTS).stream())
                .forEach(now -> archive.add("checkpoint.txt", now.note().getBytes(StandardCharsets.UTF_8)));
        percent.accept(AFTER_EVENTS);
        requireViewsAt(found.position);
        List<Asked> lists = lists(found);
        Caller caller = Caller.user(tenant, run.askedBy());
        for (int i = 0; i < lists.size(); i++) {
            list(caller, lists.get(i), archive);
            percent.accept(AFTER_EVENTS + (AFTER_LISTS - AFTER_EVENTS) * (i + 1) / lists.size());
        }
        long kept = files(tenant, found, archive, percent);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", FORMAT);
        manifest.put("madeBy", "MedFlip Profit " + version);
        manifest.put("madeAt", clock.instant());
        manifest.put("askedAt", run.askedAt());
        manifest.put("askedBy", caller.actor());
        manifest.put("dataRegion", region);
        manifest.put("tenant", tenant.value());
        manifest.put("position", found.position);
        manifest.put("events", found.events);
        manifest.put("attachments", kept);
        manifest.put("lists", lists.size());
        manifest.put("files", List.copyOf(archive.entries()));
        archive.add("manifest.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        archive.end();
        return found.position;
    }

    /** The description of all stored formats, which is generated with them. */
    private static byte[] schema() throws IOException {
        try (InputStream document =
                Objects.requireNonNull(ArchiveContent.class.getResourceAsStream("/medflip/events.md"))) {
            return document.readAllBytes();
        }
    }

    private Found events(TenantId tenant, Archive archive, IntConsumer percent) {
        Found found = new Found();
        long end = feed.head();
        archive.add("events.ndjson", out -> {
            List<Fact> page;
            do {
                page = feed.read(tenant, found.position, PAGE);
                for (Fact fact : page) {
                    out.write(json.writeValueAsBytes(fact));
                    out.write('\n');
                    found.see(fact);
                }
                percent.accept((int) (AFTER_EVENTS * found.position / Math.max(1, end)));
            } while (page.size() == PAGE);
        });
        return found;
    }

    private List<Asked> lists(Found found) {
        Map<String, Asked> lists = new TreeMap<>();
        for (String address : listings.addresses()) {
            if (!address.contains("{")) {
                String path = address.substring("/api/".length());
                String entry = path.startsWith("reports/") ? path : "lists/" + path.replace('/', '-');
                lists.put(entry, new Asked(entry, address, Map.of()));
            }
        }
        for (ReportDefinition report : reports) {
            String entry = "reports/" + report.name() + ".csv";
            lists.put(entry, new Asked(entry, REPORT, Map.of("report", report.name())));
        }
        for (UUID id : found.priceLists) {
            String entry = "prices/" + id + ".csv";
            lists.put(entry, new Asked(entry, PRICES, Map.of("id", id.toString())));
        }
        return List.copyOf(lists.values());
    }

    private void requireViewsAt(long position) {
        Set<String> views = new TreeSet<>(listings.views());
        reports.forEach(report -> views.addAll(report.reads()));
        if (!progress.await(views, position)) {
            throw new IllegalStateException("The views are too far behind for an archive");
        }
    }

    private void list(Caller caller, Asked asked, Archive archive) {
        Listing<?> listing;
        try {
            listing = listings.ask(caller, asked.address(), asked.said());
        } catch (CommandRejected none) {
            // No version of the price list holds yet.
            return;
        }
        archive.add(asked.entry(), out -> listing.writeTo(out, ListingFormat.CSV, json));
    }

    private long files(TenantId tenant, Found found, Archive archive, IntConsumer percent) {
        AtomicLong kept = new AtomicLong();
        int seen = 0;
        for (AttachedFile file : found.files.values()) {
            files.find(tenant, file.id())
                    .ifPresent(stored -> files.readable(tenant, stored).ifPresent(bytes -> {
                        String name = "files/" + file.id() + "." + file.kind().ending();
                        archive.add(name, stored.subject(), out -> out.write(bytes));
                        kept.incrementAndGet();
                    }));
            percent.accept(AFTER_LISTS + (ALL - AFTER_LISTS) * ++seen / found.files.size());
        }
        return kept.get();
    }
}
