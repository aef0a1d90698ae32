package medflip.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import medflip.platform.export.ArchiveParts;
import medflip.platform.export.ExportStore;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole account in one archive. */
class AccountArchiveTest {

    private static final String READY = "Your archive is ready";

    private final RunningService service = RunningService.shared();

    @Test
    void P2_2_P8_P11_the_archive_holds_all_lists_reports_files_and_events_and_its_manifest_proves_it() {
        Books books = Books.open(service);
        Map<String, byte[]> archive = archive(books.owner());

        JsonNode manifest = Browser.JSON.readTree(entry(archive, "manifest.json"));
        assertWhole(archive);
        assertThat(manifest.get("madeBy").asString()).matches("MedFlip Profit \\d+\\.\\d+\\.\\d+.*");
        assertThat(manifest.get("dataRegion").asString()).isEqualTo("United States");
        assertThat(manifest.get("askedBy").asString()).isEqualTo("user:" + books.user());
        assertThat(archive)
                .containsKeys(
                        "README.txt",
                        "events.md",
                        "lists/customers.csv",
                        "lists/deals.csv",
                        "lists/expenses.csv",
                        "lists/lots.csv",
                        "lists/sales.csv",
                        "reports/profit-by-month.csv",
                        "reports/inventory-value.csv",
                        "prices/" + books.wholesaler() + ".csv",
                        "events.ndjson");
        books.owner().get("/v3/api-docs").expect(200).json().get("paths").propertyNames().stream()
                .filter(path -> path.endsWith(".csv") && !path.contains("{") && !path.startsWith("/api/samples/"))
                .map(path -> path.replace("/api/", path.startsWith("/api/reports/") ? "" : "lists/"))
                .forEach(list -> assertThat(archive.keySet())
                        .as("a list that can be taken away is in the archive: @ExportMapping")
                        .contains(list.replaceFirst("(?<=lists/.{1,40})/", "-")));
        for (String list : new String[] {"customers", "deals", "products", "sales"}) {
            assertThat(entry(archive, "lists/" + list + ".csv"))
                    .as(list)
                    .isEqualTo(new String(
                            books.owner().download("/api/" + list + ".csv").body(), UTF_8));
        }
        assertThat(entry(archive, "lists/customers.csv")).contains(Books.NAME);
        assertThat(entry(archive, "events.ndjson")).contains(Books.NAME, Books.NOTE);
        String[] events = entry(archive, "events.ndjson").split("\n", -1);
        assertThat(events.length - 1).isEqualTo(manifest.get("events").asInt());
        JsonNode last = Browser.JSON.readTree(events[events.length - 2]);
        assertThat(last.get("position").asLong())
                .isEqualTo(manifest.get("position").asLong());
        // Each format that occurs is described beside it.
        for (String event : events) {
            if (!event.isEmpty()) {
                String name = Browser.JSON.readTree(event).get("event").asString();
                assertThat(entry(archive, "events.md")).contains(name);
            }
        }
    }

    @Test
    void P5_nothing_of_another_business_and_no_secret_is_in_it() {
        Books.open(service);
        Map<String, byte[]> strangers = archive(service.browser().signUp("Stranger"));
        assertThat(all(strangers)).doesNotContain(Books.PERSONAL);
        Browser owner = service.browser().signUp("Secretive");
        String key = ApiKeysTest.make(owner, "READ").json().get("key").asString();
        String link = Members.token(Members.invite(owner, "bookkeeper@example.com", "AUDITOR"));
        String own = all(archive(owner));
        assertThat(own)
                .contains("accounts.ApiKeyMade", "accounts.MemberInvited", "bookkeeper@example.com")
                .doesNotContain(
                        "pbkdf2",
                        Browser.PASSWORD,
                        "\"personal\"",
                        "\"tokenHash\"",
                        key,
                        link,
                        sha256(key),
                        sha256(link));
    }

    @Test
    void an_archive_is_mailed_of_fetched_once_and_by_owners_of_the_business_alone() {
        Browser owner = service.browser().signUp("Once");
        Answer asked = owner.post("/api/exports", Map.of()).expect(201);
        String mail = new Postbox(service).await(owner.email(), READY).text();
        assertThat(mail).contains("/settings/export").doesNotContain(asked.id());
        JsonNode ready = ready(owner, asked.id());
        assertThat(Instant.parse(ready.get("goodUntil").asString()))
                .isAfter(Instant.parse(ready.get("askedAt").asString()).plus(Duration.ofHours(23)));

        String fetch = "/api/exports/" + asked.id() + "/collect";
        assertThat(service.browser().signUp("Stranger").post(fetch, Map.of()).status())
                .isEqualTo(404);
        assertThat(Members.join(service, owner, "STAFF").post(fetch, Map.of()).status())
                .isEqualTo(403);
        byte[] bytes = owner.fetch(fetch);
        assertThat(sha256(bytes)).isEqualTo(ready.get("sha256").asString());
        assertThat(bytes.length).isEqualTo(ready.get("bytes").asInt());
        assertThat(owner.post(fetch, Map.of()).code()).isEqualTo("accounts.export-gone");
        assertThat(stage(owner, asked.id())).isEqualTo("COLLECTED");
    }

    @Test
    void one_is_made_at_a_time_and_the_same_wish_again_is_the_same_archive() {
        Browser owner = service.browser().signUp("Patient");
        String wish = UUID.randomUUID().toString();
        String id = owner.post("/api/exports", Map.of(), wish).expect(201).id();
        assertThat(owner.post("/api/exports", Map.of(), wish).expect(201).id()).isEqualTo(id);
        ready(owner, id);
        String next = owner.post("/api/exports", Map.of()).expect(201).id();
        assertThat(next).isNotEqualTo(id);
        ready(owner, next);
        assertThat(owner.get("/api/exports").expect(200).json()).hasSize(2);
    }

    @Test
    void P7_what_nobody_fetched_within_a_day_is_deleted() {
        Browser owner = service.browser().signUp("Forgetful");
        String id = owner.post("/api/exports", Map.of()).expect(201).id();
        ready(owner, id);
        ArchiveParts archives = service.bean(ArchiveParts.class);
        archives.old().destroy(Instant.now(), 10);
        assertThat(parts(id)).isPositive();
        archives.old().destroy(Instant.now().plus(ExportStore.KEPT).plusSeconds(1), 10);
        assertThat(parts(id)).isZero();
    }

    @Test
    @Tag("soak")
    void a_service_that_is_killed_while_it_makes_one_or_is_brought_one_ends_with_the_whole(@TempDir Path folder)
            throws InterruptedException {
        Map<String, byte[]> elsewhere = BroughtArchiveTest.archived(Books.open(service));
        byte[] zip = BroughtArchiveTest.zipped(elsewhere);
        try (ServiceProcess process = new ServiceProcess(folder)) {
            process.awaitHealthy();
            Browser mover = process.browser().signUp(Books.BUSINESS);
            Browser owner = process.browser().signUp("Crash");
            Thread bringing = Thread.ofVirtual().start(() -> {
                try {
                    mover.give("/api/archives", zip);
                } catch (UncheckedIOException cutOff) {
                    // Which is what this is about; where it had come to, each run decides anew.
                }
            });
            String schedule = "/api/delivery-schedules/"
                    + owner.post("/api/delivery-schedules", Books.delivered("People"))
                            .expect(201)
                            .id();
            String id = owner.post("/api/exports", Map.of()).expect(201).id();
            Books.change(owner, schedule, "deliver", Map.of());
            process.kill();
            bringing.join();
            process.start();
            process.awaitHealthy();
            ready(owner, id);
            assertWhole(unzipped(owner.fetch("/api/exports/" + id + "/collect")));
            JsonNode delivered = Eventually.of(
                    () -> owner.get(schedule + "/deliveries").expect(200).json(),
                    all -> all.size() == 1
                            && !all.get(0).get("stage").asString().equals("MAKING"));
            assertThat(delivered.get(0).get("stage").asString()).isEqualTo("READY");
            mover.give("/api/archives", zip).expect(200);
            BroughtArchiveTest.assertSame(elsewhere, archive(mover));
        }
    }

    /** Asks for an archive as an owner does, waits for it and fetches it. */
    static Map<String, byte[]> archive(Browser owner) {
        // Another one may be under way.
        Eventually.of(
                () -> owner.get("/api/exports").expect(200).json(),
                all -> all.values().stream()
                        .noneMatch(export -> export.get("stage").asString().equals("MAKING")));
        String id = owner.post("/api/exports", Map.of()).expect(201).id();
        ready(owner, id);
        return unzipped(owner.fetch("/api/exports/" + id + "/collect"));
    }

    private int parts(String id) {
        return service.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM write.export_part WHERE export_id = ?")
                .param(UUID.fromString(id))
                .query(Integer.class)
                .single();
    }

    private static String stage(Browser owner, String id) {
        return owner.get("/api/exports/" + id).expect(200).json().get("stage").asString();
    }

    private static JsonNode ready(Browser owner, String id) {
        Eventually.of(() -> stage(owner, id), stage -> stage.equals("READY"));
        return owner.get("/api/exports/" + id).expect(200).json();
    }

    private static void assertWhole(Map<String, byte[]> archive) {
        JsonNode files = Browser.JSON.readTree(entry(archive, "manifest.json")).get("files");
        assertThat(files.size()).isEqualTo(archive.size() - 1);
        for (JsonNode file : files) {
            byte[] bytes = Objects.requireNonNull(archive.get(file.get("name").asString()));
            assertThat(bytes.length).isEqualTo(file.get("bytes").asInt());
            assertThat(sha256(bytes)).isEqualTo(file.get("sha256").asString());
        }
    }

    private static String all(Map<String, byte[]> archive) {
        return String.join(
                "\n",
                archive.values().stream().map(bytes -> new String(bytes, UTF_8)).toList());
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static String entry(Map<String, byte[]> archive, String name) {
        return new String(Objects.requireNonNull(archive.get(name), name), UTF_8);
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
