package medflip.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole account in one archive. */
class AccountArchiveTest {

    @Test
    void the_archive_holds_all_lists_reports_files_and_events_and_its_manifest_proves_it() throws Exception {
        Books books = Books.open(RunningService.shared());
        Map<String, byte[]> archive = archive(books.owner());

        JsonNode manifest = Browser.JSON.readTree(entry(archive, "manifest.json"));
        assertThat(manifest.get("files").size()).isEqualTo(archive.size() - 1);
        for (JsonNode file : manifest.get("files")) {
            byte[] bytes = Objects.requireNonNull(archive.get(file.get("name").asString()));
            assertThat(bytes.length).isEqualTo(file.get("bytes").asInt());
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .isEqualTo(file.get("sha256").asString());
        }
        assertThat(archive)
                .containsKeys(
                        "README.txt",
                        "lists/customers.csv",
                        "lists/deals.csv",
                        "lists/expenses.csv",
                        "lists/lots.csv",
                        "lists/sales.csv",
                        "reports/profit-by-month.csv",
                        "prices/" + books.wholesaler() + ".csv",
                        "events.ndjson");
        for (String list : new String[] {"customers", "deals", "products", "sales"}) {
            assertThat(entry(archive, "lists/" + list + ".csv"))
                    .as(list)
                    .isEqualTo(new String(
                            books.owner().download("/api/" + list + ".csv").body(), UTF_8));
        }
        assertThat(entry(archive, "lists/customers.csv")).contains(Books.NAME);
        assertThat(entry(archive, "events.ndjson").lines().count())
                .isGreaterThanOrEqualTo(books.owner()
                        .get("/api/events?limit=30")
                        .expect(200)
                        .body()
                        .lines()
                        .count());
        assertThat(entry(archive, "events.ndjson")).contains(Books.NAME, Books.NOTE);
    }

    @Test
    void nothing_of_another_business_and_no_secret_is_in_it() throws IOException {
        Books.open(RunningService.shared());
        Map<String, byte[]> archive = archive(RunningService.shared().browser().signUp("Stranger"));
        String all = String.join(
                "\n",
                archive.values().stream().map(bytes -> new String(bytes, UTF_8)).toList());
        assertThat(all).doesNotContain(Books.PERSONAL).doesNotContain("pbkdf2", Browser.PASSWORD, "\"personal\"");
        assertThat(RunningService.shared().browser().get("/api/account.zip").status())
                .isEqualTo(401);
    }

    private static Map<String, byte[]> archive(Browser owner) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] bytes = owner.download("/api/account.zip").body();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String entry(Map<String, byte[]> archive, String name) {
        return new String(Objects.requireNonNull(archive.get(name), name), UTF_8);
    }
}
