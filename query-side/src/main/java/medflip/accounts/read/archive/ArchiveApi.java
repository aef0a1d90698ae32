package medflip.accounts.read.archive;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.kernel.AttachedFile;
import medflip.kernel.AttachesFiles;
import medflip.kernel.TenantId;
import medflip.platform.files.FileStore;
import medflip.platform.report.ReportDefinition;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.EventFeed;
import medflip.platform.view.EventFeed.Fact;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole account as one archive, sent as it is made, at any size. Its lists are what the lists' own addresses
 * answer, so that it never knows less than they do.
 */
@RestController
class ArchiveApi {

    private static final String ZIP = "application/zip";
    private static final int PAGE = 1_000;

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
            manifest.json
                         each of these files with its length and its SHA-256, to see that nothing is missing or changed
            """;

    private final RequestMappingHandlerMapping addresses;
    private final List<ReportDefinition> reports;
    private final EventFeed feed;
    private final FileStore files;
    private final BusinessCalendar calendar;
    private final JsonMapper json;

    ArchiveApi(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses,
            List<ReportDefinition> reports,
            EventFeed feed,
            FileStore files,
            BusinessCalendar calendar,
            JsonMapper json) {
        this.addresses = addresses;
        this.reports = reports;
        this.feed = feed;
        this.files = files;
        this.calendar = calendar;
        this.json = json;
    }

    /** What to look for while the log goes by. */
    private record Found(Map<UUID, AttachedFile> files, Set<UUID> priceLists, long position) {}

    /** Everything: lists, reports, prices, files, all events, and a manifest with hashes. */
    @GetMapping(path = "/api/account.zip", produces = ZIP)
    @Requires(Permission.ADMINISTER)
    @Reads({})
    void exportAccount(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        TenantId tenant = caller.tenant();
        LocalDate today = calendar.today(tenant);
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("account-" + today + ".zip")
                        .build()
                        .toString());
        Archive archive = new Archive(response.getOutputStream());
        archive.add("README.txt", README.getBytes(StandardCharsets.UTF_8));
        Found found = events(tenant, archive);
        for (Map.Entry<String, String> list : lists(found.priceLists()).entrySet()) {
            archive.add(list.getKey(), out -> include(list.getValue(), request, new Included(response, out)));
        }
        for (AttachedFile file : found.files().values()) {
            files.find(tenant, file.id())
                    .map(stored -> files.content(tenant, stored))
                    .ifPresent(bytes ->
                            archive.add("files/" + file.id() + "." + file.kind().ending(), bytes));
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", 1);
        manifest.put("tenant", tenant.value());
        manifest.put("madeOn", today);
        manifest.put("position", found.position());
        manifest.put("files", List.copyOf(archive.entries()));
        archive.add("manifest.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        archive.end();
    }

    private Found events(TenantId tenant, Archive archive) {
        Map<UUID, AttachedFile> attached = new LinkedHashMap<>();
        Set<UUID> priceLists = new TreeSet<>();
        AtomicLong last = new AtomicLong();
        archive.add("events.ndjson", out -> {
            List<Fact> page;
            do {
                page = feed.read(tenant, last.get(), PAGE);
                for (Fact fact : page) {
                    out.write(json.writeValueAsBytes(fact));
                    out.write('\n');
                    if (fact.data() instanceof AttachesFiles attaching) {
                        attaching.attachedFiles().forEach(file -> attached.put(file.id(), file));
                    }
                    if (fact.data() instanceof PricesPublished published) {
                        priceLists.add(published.priceListId().local());
                    }
                    last.set(fact.position());
                }
            } while (page.size() == PAGE);
        });
        return new Found(attached, priceLists, last.get());
    }

    /** Names in the archive, and the addresses that answer them. */
    private Map<String, String> lists(Set<UUID> priceLists) {
        Map<String, String> lists = new TreeMap<>();
        addresses.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.endsWith(".csv") && !path.contains("{") && !path.startsWith("/api/samples/"))
                .forEach(path -> lists.put(
                        path.startsWith("/api/reports/")
                                ? path.substring("/api/".length())
                                : "lists/" + path.substring("/api/".length()).replace('/', '-'),
                        path));
        reports.forEach(
                report -> lists.put("reports/" + report.name() + ".csv", "/api/reports/" + report.name() + ".csv"));
        priceLists.forEach(id -> lists.put("prices/" + id + ".csv", "/api/price-lists/" + id + "/prices.csv"));
        return lists;
    }

    private static void include(String path, HttpServletRequest request, Included answer) throws IOException {
        try {
            request.getRequestDispatcher(path).include(request, answer);
        } catch (ServletException e) {
            throw new IOException(path + " can't be put into the archive", e);
        }
        if (answer.failed()) {
            // An archive that ends too early must not look whole.
            throw new UncheckedIOException(new IOException(path + " answered " + answer.getStatus()));
        }
    }
}
