package medflip.whole;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files that mean harm, or are broken, of every subject: each ends in a clear refusal, with nothing half done. */
class HostileFilesTest {

    /** A good file of each subject, in which a text stands where people type one. */
    enum Subject {
        CUSTOMERS("Name,Phone", "%s,617-555-0142"),
        PRODUCTS("Product,UPC", "%s,0042"),
        PRICES("Item,8+ months", "%s,12"),
        DEALS("Date,Seller,Item,Qty,Exp,Paid", "2026-01-05,%s,OneTouch Verio 50ct,2,2027-06,20.00"),
        EXPENSES("Date,Vendor,Amount", "2026-01-05,%s,12.40");

        private final String headings;
        private final String row;

        Subject(String headings, String row) {
            this.headings = headings;
            this.row = row;
        }

        String file(String text) {
            return headings + "\n" + row.formatted(text) + "\n";
        }
    }

    /** Bytes of nothing, which are a few as a zip file. */
    private static final int NOTHING = 64 << 20;

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Hostile");

    @ParameterizedTest
    @EnumSource(Subject.class)
    void what_cannot_be_read_is_refused_with_its_reason_and_not_kept(Subject subject) {
        String good = subject.file("Ford Prefect");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "imports.too-large 10 MB line",
                good.replace("Ford", "x".repeat(10 << 20)).getBytes(UTF_8));
        files.put(
                "imports.too-wide 4 MB cell",
                good.replace("Ford", "x".repeat(4 << 20)).getBytes(UTF_8));
        files.put("imports.too-wide 1,000 columns", (good + "x,".repeat(999)).getBytes(UTF_8));
        files.put("imports.workbook bomb", zipBomb());
        files.put("imports.not-text bomb", gzipBomb());
        files.put("imports.not-text NUL", good.replace("Ford", "Fo\0rd").getBytes(UTF_8));
        files.put(
                "imports.not-text control characters",
                good.replace("Ford", "\1\2\3\4\5\6".repeat(9)).getBytes(UTF_8));
        files.put("imports.not-text UTF-16 that doesn't say so", good.getBytes(UTF_16LE));
        files.put("imports.not-text EBCDIC", good.repeat(9).getBytes(Charset.forName("IBM037")));
        files.put("imports.quotes-disorderly half a file", (good + "\"half a fi").getBytes(UTF_8));
        files.put("imports.no-rows headings alone", (subject.headings + "\n").getBytes(UTF_8));
        files.put("imports.no-rows empty", new byte[0]);
        files.put("imports.too-large 50,001 rows", (subject.headings + "\n" + "1,2\n".repeat(50_001)).getBytes(UTF_8));
        long facts = facts();
        files.forEach((what, file) -> {
            Answer refused = owner.upload(
                    "/api/imports?subject=" + subject,
                    "file.csv",
                    file,
                    UUID.randomUUID().toString());
            assertThat(refused.status()).as(what).isEqualTo(422);
            assertThat(refused.code()).as(what).isEqualTo(what.substring(0, what.indexOf(' ')));
            assertThat(refused.json().get("detail").asString()).as(what).isNotBlank();
        });
        assertThat(owner.get("/api/imports").expect(200).json().get("total").asInt())
                .isZero();
        assertThat(facts()).isEqualTo(facts);
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void a_file_in_another_encoding_than_it_is_read_in_is_refused_and_stays_as_it_was(Subject subject) {
        String id = upload(subject, subject.file("Frank Müller"));
        Answer seen = owner.get("/api/imports/" + id).expect(200);
        Answer refused =
                owner.change("PUT", "/api/imports/" + id + "/settings", Map.of("encoding", "UTF_16"), seen.etag());
        // As UTF-16 it is other signs, or none: no heading of it means anything, so it can't be started.
        if (refused.status() == 200) {
            Answer start = owner.change("POST", "/api/imports/" + id + "/start", Map.of(), refused.etag());
            assertThat(start.status()).isEqualTo(422);
        } else {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(owner.get("/api/imports/" + id).expect(200).body()).isEqualTo(seen.body());
        }
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void a_control_character_in_a_cell_is_that_rows_fault_alone(Subject subject) {
        String id = upload(
                subject,
                subject.file("Tri\7llian")
                        + "%s\n".formatted(subject.row.formatted("Ford")).repeat(3));
        JsonNode rows =
                owner.get("/api/imports/" + id + "/rows?only=bad").expect(200).json();
        assertThat(rows.get("total").asInt()).isEqualTo(1);
        assertThat(rows.get("items").get(0).get("row").asInt()).isEqualTo(2);
        assertThat(rows.toString()).contains("control characters");
    }

    @Test
    void a_formula_is_a_text_that_goes_out_as_one() {
        String formula = "=HYPERLINK(\"\"http://example.com\"\")";
        for (Subject subject : List.of(Subject.CUSTOMERS, Subject.PRODUCTS, Subject.EXPENSES, Subject.DEALS)) {
            String id = upload(subject, subject.file("\"" + formula + "\""));
            Answer seen = owner.get("/api/imports/" + id).expect(200);
            owner.change("POST", "/api/imports/" + id + "/start", Map.of(), seen.etag())
                    .expect(200);
            Eventually.of(
                    () -> owner.get("/api/imports/" + id)
                            .expect(200)
                            .json()
                            .get("state")
                            .asString(),
                    "FINISHED"::equals);
        }
        for (String list : List.of("customers", "products", "expenses", "deals")) {
            assertThat(owner.get("/api/" + list + ".csv").expect(200).body())
                    .as(list)
                    .contains("\"'=HYPERLINK")
                    .doesNotContain("\"=HYPERLINK", ",=HYPERLINK");
        }
    }

    private String upload(Subject subject, String file) {
        return owner.upload(
                        "/api/imports?subject=" + subject,
                        "file.csv",
                        file.getBytes(UTF_8),
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
    }

    private long facts() {
        return service.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM events.domain_event WHERE tenant_id = :tenant")
                .param(
                        "tenant",
                        UUID.fromString(owner.get("/api/session")
                                .expect(200)
                                .json()
                                .at("/business/id")
                                .asString()))
                .query(Long.class)
                .single();
    }

    private static byte[] zipBomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("file.csv"));
            byte[] zeros = new byte[1 << 16];
            for (int written = 0; written < NOTHING; written += zeros.length) {
                zip.write(zeros);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzipBomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 16];
            for (int written = 0; written < NOTHING; written += zeros.length) {
                zip.write(zeros);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
