package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** The ledger that comes with the product, from upload to profit. */
class LedgerTest {

    static final String LEDGER = ledger();

    @Test
    void the_whole_ledger_comes_in_once_and_its_profit_is_right_to_the_cent() {
        Browser owner = RunningService.shared().browser().signUp("Ledger");
        String id = Books.importLedger(owner, LEDGER);
        JsonNode run = owner.get("/api/imports/" + id).expect(200).json();
        assertThat(run.get("counts").get("done").asInt())
                .isEqualTo(run.get("goodRows").asInt());
        assertThat(run.get("counts").get("made").asInt())
                .isEqualTo(run.get("goodRows").asInt());
        assertThat(run.get("counts").get("unchanged").asInt()).isZero();
        assertBooks(owner, LEDGER, run.get("goodRows").asInt());

        String again = Books.importLedger(owner, LEDGER);
        JsonNode second = owner.get("/api/imports/" + again).expect(200).json();
        assertThat(second.get("counts").get("made").asInt()).isZero();
        assertThat(second.get("counts").get("unchanged").asInt())
                .isEqualTo(second.get("goodRows").asInt());
        assertBooks(owner, LEDGER, run.get("goodRows").asInt());
    }

    @Test
    void rows_that_can_not_be_booked_are_named_by_number_column_and_reason() {
        Browser owner = RunningService.shared().browser().signUp("Bad rows");
        String id = owner.upload(
                        "/api/imports",
                        "ledger.csv",
                        LEDGER.getBytes(StandardCharsets.UTF_8),
                        java.util.UUID.randomUUID().toString())
                .expect(201)
                .id();
        JsonNode bad = owner.get("/api/imports/" + id + "/rows?only=bad&size=200")
                .expect(200)
                .json();
        assertThat(bad.get("total").asInt()).isBetween(2, 50);
        for (JsonNode row : bad.get("items")) {
            assertThat(row.get("row").asInt()).isGreaterThan(1);
            assertThat(row.get("faults").isEmpty()).isFalse();
            for (JsonNode fault : row.get("faults")) {
                assertThat(fault.get("reason").asString()).isNotBlank();
            }
        }
        String all = bad.toString();
        assertThat(all).contains("13/45/2025").contains("free").contains("TOTAL");
    }

    /** Everything that must hold of a business whose whole books are the good rows of a ledger, each once. */
    static void assertBooks(Browser owner, String ledger, int goodRows) {
        assertThat(owner.get("/api/deals?size=1")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(goodRows);
        SortedMap<String, BigDecimal> expected = profitByMonth(ledger);
        JsonNode report = owner.get("/api/reports/profit-by-month").expect(200).json();
        TreeMap<String, BigDecimal> actual = new TreeMap<>();
        for (JsonNode month : report.get("rows")) {
            actual.put(
                    month.at("/cells/0").asString(),
                    BigDecimal.valueOf(month.at("/cells/7").asLong(), 2));
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(BigDecimal.valueOf(report.at("/total/cells/7").asLong(), 2))
                .isEqualTo(expected.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /**
     * Profit by month of sale, computed from the file alone and by nothing of ours: sold for less paid less label, of
     * the rows that have a readable day, a price and a quantity.
     */
    static SortedMap<String, BigDecimal> profitByMonth(String csv) {
        TreeMap<String, BigDecimal> months = new TreeMap<>();
        Matcher cell =
                Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\\n]*))(,|\\n|$)").matcher(csv);
        List<String> row = new ArrayList<>();
        while (cell.find() && cell.start() < csv.length()) {
            row.add(cell.group(1) == null ? cell.group(2).strip() : cell.group(1));
            if (!cell.group(3).equals(",")) {
                if (row.size() == 16
                        && !row.get(0).equals("Date")
                        && row.get(6).matches("\\d+")
                        && row.get(9).matches(".*\\d.*")
                        && !row.get(12).isBlank()) {
                    months.merge(
                            month(row.get(12)),
                            money(row.get(13)).subtract(money(row.get(9))).subtract(money(row.get(14))),
                            BigDecimal::add);
                }
                row.clear();
            }
        }
        return months;
    }

    private static BigDecimal money(String text) {
        String digits = text.replaceAll("[$\\s,]", "");
        return digits.isEmpty() ? new BigDecimal("0.00") : new BigDecimal(digits).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static String month(String day) {
        Matcher iso = Pattern.compile("(\\d{4})-(\\d\\d)-\\d\\d").matcher(day);
        Matcher slash = Pattern.compile("(\\d{1,2})/\\d{1,2}/(?:20)?(\\d\\d)").matcher(day);
        Matcher words = Pattern.compile("(\\w{3}) \\d{1,2}, (\\d{4})").matcher(day);
        if (iso.matches()) {
            return iso.group(1) + "-" + iso.group(2);
        }
        if (slash.matches()) {
            return "20%s-%02d".formatted(slash.group(2), Integer.parseInt(slash.group(1)));
        }
        assertThat(words.matches()).as(day).isTrue();
        Map<String, Integer> names = Map.ofEntries(
                Map.entry("Jan", 1),
                Map.entry("Feb", 2),
                Map.entry("Mar", 3),
                Map.entry("Apr", 4),
                Map.entry("May", 5),
                Map.entry("Jun", 6),
                Map.entry("Jul", 7),
                Map.entry("Aug", 8),
                Map.entry("Sep", 9),
                Map.entry("Oct", 10),
                Map.entry("Nov", 11),
                Map.entry("Dec", 12));
        return "%s-%02d".formatted(words.group(2), names.get(words.group(1)));
    }

    private static String ledger() {
        try {
            return new ClassPathResource("sample/ledger.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
