package medflip.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import medflip.kernel.TenantId;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.view.EventFeed;
import medflip.platform.view.Projection;
import medflip.platform.view.ViewProgress;
import medflip.whole.Browser.Answer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An archive of a whole account is brought to another business, as to another server of ours. */
class BroughtArchiveTest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern STAYING = Pattern.compile("accounts\\..*|billing\\..*|operations\\..*"
            + "|privacy\\.LegalHold.*|messaging\\.Twilio.*|imports\\.ArchiveBrought");
    // Of the account, of who works for it, and of what is done there, which doesn't come along.
    private static final Pattern LIST_OF_ACCOUNT =
            Pattern.compile("lists/(?:api-keys|members|support|invitations|audit-).*");

    private static final Pattern VIEW_OF_ACCOUNT = Pattern.compile(
            "(?:accounts|billing|operations)\\..*|privacy\\.holds|messaging\\.connection|imports\\.archives"
                    + "|audit\\.journal");
    private static final String SEED = "automation:seed-catalog";
    private static final List<String> PLACES = List.of("position", "undone_by");

    private static final RunningService SERVICE = RunningService.shared();
    private static Map<String, byte[]> archive = Map.of();
    private static String from = "";
    private static String lot = "";

    @BeforeAll
    static void a_business_with_the_whole_story_is_exported() {
        Books books = Books.open(SERVICE);
        lot = books.lot();
        archive = archived(books);
        from = manifest(archive).get("tenant").asString();
    }

    /** Once nothing is under way any more, so that nothing goes on where it is brought. */
    static Map<String, byte[]> archived(Books books) {
        Eventually.of(
                () -> books.owner()
                        .get("/api/campaigns/" + books.campaign())
                        .expect(200)
                        .json()
                        .get("state")
                        .asString(),
                state -> state.equals("FINISHED"));
        return AccountArchiveTest.archive(books.owner());
    }

    @Test
    void another_business_that_is_brought_an_archive_shows_the_same_and_has_equal_rows() throws SQLException {
        Browser owner = SERVICE.browser().signUp(Books.BUSINESS);
        Answer brought = bring(owner, archive).expect(200);
        assertThat(brought.json().get("entered").asInt()).isGreaterThan(20);
        JsonNode noted = owner.get("/api/archives").expect(200).json();
        assertThat(noted).hasSize(1);
        assertThat(noted.get(0).get("entered")).isEqualTo(brought.json().get("entered"));
        assertThat(noted.get(0).get("broughtBy").asString()).startsWith("user:");
        Map<String, byte[]> again = AccountArchiveTest.archive(owner);
        assertSame(archive, again);

        Map<String, String> ids = ids(archive, again);
        assertSameRows(from, manifest(again).get("tenant").asString(), ids, positions(archive, again, ids));
        // Nothing followed from it here: what an automation would do was done there.
        assertThat(lines(again))
                .noneMatch(line -> line.contains("\"actor\":\"automation:")
                        && !line.contains(SEED)
                        && !STAYING.matcher(
                                        Browser.JSON.readTree(line).get("event").asString())
                                .matches()
                        && !archived(line));

        // And it goes on from there: the number is somebody's, and the shelf has what was left.
        assertThat(owner.post("/api/customers", Books.person()).status()).isEqualTo(409);
        String path = "/api/lots/" + moved(lot, ids);
        Answer seen = owner.get(path).expect(200);
        owner.change("POST", path + "/sales", Books.sale(UUID.randomUUID().toString(), 1), seen.etag())
                .expect(200);
    }

    @Test
    void what_was_cut_off_goes_on_with_the_same_archive_and_twice_is_once() {
        Browser owner = SERVICE.browser().signUp(Books.BUSINESS);
        List<String> lines = lines(archive);
        Map<String, byte[]> half = changed(
                archive,
                "events.ndjson",
                all -> all.lines().limit(lines.size() * 2L / 3).collect(Collectors.joining("\n", "", "\n")));
        int first = bring(owner, half).expect(200).json().get("entered").asInt();
        assertThat(first).isPositive();
        JsonNode rest = bring(owner, archive).expect(200).json();
        assertThat(rest.get("entered").asInt())
                .isPositive()
                .isLessThan(rest.get("events").asInt() - first + 1);
        assertThat(bring(owner, archive).expect(200).json().get("entered").asInt())
                .isZero();
        assertThat(owner.get("/api/archives").expect(200).json())
                .as("each time that something was entered")
                .hasSize(2);
        assertSame(archive, AccountArchiveTest.archive(owner));
    }

    @Test
    void a_business_with_something_in_its_books_is_brought_nothing() {
        Browser owner = SERVICE.browser().signUp("Busy");
        owner.post("/api/customers", Map.of("name", "Somebody")).expect(201);
        refused(owner, archive, "imports.not-empty");
    }

    @Test
    void a_business_that_counts_in_another_currency_or_by_another_clock_is_brought_nothing() {
        Browser owner = SERVICE.browser().signUp("Elsewhere");
        Map<String, String> others = Map.of(
                "\"currency\":\"USD\"", "\"currency\":\"CAD\"",
                "America/New_York", "America/Denver");
        others.forEach((word, other) -> refused(
                owner,
                log(all -> all.lines()
                        .map(line -> line.contains("accounts.BusinessSignedUp") ? line.replace(word, other) : line)
                        .collect(Collectors.joining("\n", "", "\n"))),
                "imports.other-settings"));
    }

    @Test
    void an_archive_that_is_not_as_it_was_made_is_refused_and_nothing_of_it_is_entered() {
        Browser owner = SERVICE.browser().signUp("Careful");
        byte[] whole = zipped(archive);
        refused(owner, "no archive".getBytes(UTF_8), "imports.not-an-archive");
        refused(owner, Arrays.copyOf(whole, whole.length / 2), "imports.archive-damaged");
        refused(owner, without("manifest.json"), "imports.not-an-archive");
        refused(owner, without("lists/customers.csv"), "imports.archive-damaged");
        refused(owner, with(archive, "../../etc/passwd", new byte[] {1}), "imports.archive-damaged");
        refused(owner, with(archive, "zeros.bin", new byte[256 << 20]), "imports.archive-too-large");
        Map<String, byte[]> tampered = new LinkedHashMap<>(archive);
        tampered.put(
                "events.ndjson",
                text(archive, "events.ndjson").replace("1500", "9500").getBytes(UTF_8));
        refused(owner, tampered, "imports.archive-damaged");
        refused(
                owner,
                changedManifest(archive, manifest -> manifest.put("format", 2)),
                "imports.archive-of-other-format");
    }

    @Test
    void an_archive_with_events_that_cannot_be_is_refused_though_its_manifest_fits() {
        Browser owner = SERVICE.browser().signUp("Wary");
        String stranger = UUID.randomUUID().toString();
        refused(
                owner,
                log(all -> all.replace("customers.CustomerRegistered", "customers.CustomerConjured")),
                "imports.archive-unreadable");
        refused(
                owner,
                log(all -> all.replace(from + "/customer/", stranger + "/customer/")),
                "imports.archive-unreadable");
        refused(owner, log(all -> all.replace("\"customerId\":", "\"customer\":")), "imports.archive-unreadable");
        refused(
                owner,
                log(all -> all.lines()
                        .filter(line -> !line.contains("\"event\":\"deals.QuoteAccepted\""))
                        .collect(Collectors.joining("\n"))),
                "imports.archive-unreadable");
        refused(owner, log(all -> all.replace("\"actor\":\"user:", "\"actor\":\"<b>")), "imports.archive-unreadable");
        refused(owner, log(all -> all + "{\"x\":"), "imports.archive-unreadable");
        refused(owner, log(all -> all + "x".repeat(5 << 20)), "imports.archive-unreadable");
        refused(
                owner,
                renewed(with(archive, "files/../../" + UUID.randomUUID() + ".pdf", FilesTest.PDF)),
                "imports.not-an-archive");
        refused(
                owner,
                renewed(with(archive, "files/" + UUID.randomUUID() + ".pdf", "no paper".getBytes(UTF_8))),
                "files.type-unknown");
    }

    // Compares all that two archives say, but for what must differ: whose it is, and ids that follow from that.
    static void assertSame(Map<String, byte[]> there, Map<String, byte[]> here) {
        Map<String, String> ids = ids(there, here);
        List<String> events = comparable(there, ids);
        assertThat(comparable(here, Map.of())).hasSameElementsAs(events).hasSameSizeAs(events);
        there.forEach((name, bytes) -> {
            if (name.matches("(?:lists|reports|prices)/.*")
                    && !LIST_OF_ACCOUNT.matcher(name).matches()) {
                String entry = moved(name, ids);
                assertThat(text(here, entry).lines().sorted().toList())
                        .as(name)
                        .isEqualTo(
                                moved(text(there, name), ids).lines().sorted().toList());
            } else if (name.startsWith("files/")) {
                assertThat(here.get(name)).as(name).isEqualTo(bytes);
            }
        });
    }

    // What stands in the log, and how each id of the one is called in the other.
    private static Map<String, String> ids(Map<String, byte[]> there, Map<String, byte[]> here) {
        Map<String, String> ids = new HashMap<>();
        ids.put(
                manifest(there).get("tenant").asString(),
                manifest(here).get("tenant").asString());
        List<String> theirs = streams(there);
        List<String> ours = streams(here);
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.size(); i++) {
            ids.put(local(theirs.get(i)), local(ours.get(i)));
        }
        // A campaign's texts are called after it and whom they are to.
        List<String> theirTexts = texts(there);
        List<String> ourTexts = texts(here);
        assertThat(ourTexts).hasSameSizeAs(theirTexts);
        for (int i = 0; i < ourTexts.size(); i++) {
            ids.put(theirTexts.get(i), ourTexts.get(i));
        }
        return ids;
    }

    private static List<String> texts(Map<String, byte[]> of) {
        return events(of)
                .filter(event -> event.get("event").asString().equals("messaging.TextWritten"))
                .map(event -> event.at("/data/textId").asString())
                .toList();
    }

    // What began, in the order in which it did; the items that every business starts from come in any order.
    private static List<String> streams(Map<String, byte[]> of) {
        List<String> items = events(of)
                .filter(event -> event.get("event").asString().equals("catalog.ProductAdded"))
                .sorted(Comparator.comparing(
                        event -> event.at("/data/variant/name").asString()))
                .map(event -> event.get("stream").asString())
                .toList();
        return Stream.concat(
                        items.stream(),
                        events(of).map(event -> event.get("stream").asString()))
                .distinct()
                .toList();
    }

    private static Stream<ObjectNode> events(Map<String, byte[]> of) {
        return lines(of).stream()
                .map(line -> (ObjectNode) Browser.JSON.readTree(line))
                .filter(event -> !STAYING.matcher(event.get("event").asString()).matches());
    }

    private static List<String> comparable(Map<String, byte[]> of, Map<String, String> ids) {
        return events(of)
                .map(event -> {
                    event.remove("position");
                    if (event.get("actor").asString().equals(SEED)) {
                        event.remove("recordedAt");
                    }
                    // Hashes are under the business's own key.
                    return moved(event.toString(), ids).replaceAll("\"[0-9a-f]{64}\"", "\"a hash\"");
                })
                .toList();
    }

    private static boolean archived(String line) {
        JsonNode event = Browser.JSON.readTree(line);
        return lines(archive).stream()
                .map(Browser.JSON::readTree)
                .anyMatch(there -> there.get("recordedAt").equals(event.get("recordedAt"))
                        && there.get("event").equals(event.get("event")));
    }

    // Every row of every view of the books, but for what is sealed or hashed, which is under the business's own keys.
    private static void assertSameRows(String there, String here, Map<String, String> ids, Map<Long, Long> positions)
            throws SQLException {
        long head = SERVICE.bean(EventFeed.class).head();
        int rows = 0;
        SoftAssertions together = new SoftAssertions();
        try (Connection connection = SERVICE.bean(EmbeddedDatabase.class).superuser("medflip")) {
            for (Object bean :
                    SERVICE.context().getBeansWithAnnotation(Projection.class).values()) {
                Projection view = AopUtils.getTargetClass(bean).getAnnotation(Projection.class);
                if (VIEW_OF_ACCOUNT.matcher(view.processingGroup()).matches()) {
                    continue;
                }
                assertThat(SERVICE.bean(ViewProgress.class).await(List.of(view.processingGroup()), head))
                        .isTrue();
                for (String table : view.tables()) {
                    List<String> theirs = rows(connection, table, there).stream()
                            .map(row -> moved(placed(row, positions), ids))
                            .sorted()
                            .toList();
                    together.assertThat(rows(connection, table, here).stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .toList())
                            .as(table)
                            .isEqualTo(theirs);
                    rows += theirs.size();
                }
            }
        }
        together.assertAll();
        assertThat(rows).isGreaterThan(100);
    }

    private static List<ObjectNode> rows(Connection connection, String table, String tenant) throws SQLException {
        List<ObjectNode> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(r))
                                WHERE key NOT LIKE '%%hash' AND value::text NOT LIKE '"\\\\\\\\x%%')::text
                        FROM read.%s r WHERE tenant_id = '%s'
                        """.formatted(table, tenant))) {
            while (found.next()) {
                ObjectNode row = (ObjectNode) Browser.JSON.readTree(found.getString(1));
                if (row.path("actor").asString("").equals(SEED)) {
                    // Each business was given the items that all start from at a time of its own.
                    row.remove("recorded_at");
                }
                rows.add(row);
            }
        }
        return rows;
    }

    // Where a fact stands in the log of one server, and where in that of the other.
    private static String placed(ObjectNode row, Map<Long, Long> positions) {
        row.properties().forEach(column -> {
            // A campaign's recipients have places within their fact's.
            long within = column.getKey().equals("place") ? 10_000 : 1;
            Long here = column.getValue().isIntegralNumber() && (within > 1 || PLACES.contains(column.getKey()))
                    ? positions.get(column.getValue().asLong() / within)
                    : null;
            if (here != null) {
                column.setValue(Browser.JSON.valueToTree(
                        here * within + column.getValue().asLong() % within));
            }
        });
        return row.toString();
    }

    private static Map<Long, Long> positions(
            Map<String, byte[]> there, Map<String, byte[]> here, Map<String, String> ids) {
        Map<String, Long> places = new HashMap<>();
        events(here)
                .forEach(event -> places.put(place(event), event.get("position").asLong()));
        Map<Long, Long> positions = new HashMap<>();
        events(there)
                .forEach(event -> positions.put(
                        event.get("position").asLong(), Objects.requireNonNull(places.get(moved(place(event), ids)))));
        return positions;
    }

    private static String place(JsonNode event) {
        return event.get("stream").asString() + "/" + event.get("version").asLong();
    }

    private static String moved(String text, Map<String, String> ids) {
        return ID.matcher(text).replaceAll(found -> ids.getOrDefault(found.group(), found.group()));
    }

    private static String local(String stream) {
        return stream.substring(stream.indexOf('/') + 1);
    }

    private static Answer bring(Browser owner, Map<String, byte[]> archive) {
        return owner.give("/api/archives", zipped(archive));
    }

    private static void refused(Browser owner, Map<String, byte[]> archive, String code) {
        refused(owner, zipped(archive), code);
    }

    private static void refused(Browser owner, byte[] archive, String code) {
        TenantId tenant = TenantId.of(
                owner.get("/api/session").expect(200).json().at("/business/id").asString());
        EventFeed feed = SERVICE.bean(EventFeed.class);
        int before = feed.read(tenant, 0, 10_000).size();
        assertThat(owner.give("/api/archives", archive).code()).isEqualTo(code);
        assertThat(feed.read(tenant, 0, 10_000)).as(code).hasSize(before);
    }

    private static Map<String, byte[]> log(UnaryOperator<String> change) {
        return changed(archive, "events.ndjson", change);
    }

    // With another content and a manifest that fits.
    private static Map<String, byte[]> changed(Map<String, byte[]> of, String name, UnaryOperator<String> change) {
        String before = text(of, name);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        return renewed(with(of, name, after.getBytes(UTF_8)));
    }

    private static Map<String, byte[]> renewed(Map<String, byte[]> of) {
        return changedManifest(of, manifest -> {
            Map<String, JsonNode> abouts = new HashMap<>();
            manifest.get("files").forEach(file -> abouts.put(file.get("name").asString(), file.path("about")));
            List<Map<String, Object>> files = new ArrayList<>();
            of.forEach((name, bytes) -> {
                if (!name.equals("manifest.json")) {
                    Map<String, Object> file = new HashMap<>(
                            Map.of("name", name, "bytes", bytes.length, "sha256", AccountArchiveTest.sha256(bytes)));
                    JsonNode about = abouts.get(name);
                    if (about != null && about.isString()) {
                        file.put("about", about.asString());
                    }
                    files.add(file);
                }
            });
            manifest.set("files", Browser.JSON.valueToTree(files));
        });
    }

    private static Map<String, byte[]> changedManifest(Map<String, byte[]> of, Consumer<ObjectNode> change) {
        ObjectNode manifest = (ObjectNode) manifest(of);
        change.accept(manifest);
        return with(of, "manifest.json", Browser.JSON.writeValueAsBytes(manifest));
    }

    private static Map<String, byte[]> with(Map<String, byte[]> of, String name, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(of);
        changed.put(name, content);
        return changed;
    }

    private static Map<String, byte[]> without(String name) {
        Map<String, byte[]> changed = new LinkedHashMap<>(archive);
        assertThat(changed.remove(name)).isNotNull();
        return changed;
    }

    private static JsonNode manifest(Map<String, byte[]> of) {
        return Browser.JSON.readTree(text(of, "manifest.json"));
    }

    private static List<String> lines(Map<String, byte[]> of) {
        return text(of, "events.ndjson").lines().toList();
    }

    private static String text(Map<String, byte[]> of, String name) {
        return new String(Objects.requireNonNull(of.get(name), name), UTF_8);
    }

    // As a zip file again.
    static byte[] zipped(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
