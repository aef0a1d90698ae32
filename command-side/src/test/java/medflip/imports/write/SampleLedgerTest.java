package medflip.imports.write;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import medflip.catalog.events.SeedCatalog;
import medflip.deals.events.PayoutMethod;
import medflip.imports.write.People.Person;
import medflip.imports.write.Reading.Good;
import medflip.imports.write.Reading.ReadRow;
import org.junit.jupiter.api.Test;

class SampleLedgerTest {

    private static final Reading<Purchase> LEDGER = Understood.ledger(SampleLedger.bytes());
    private static final List<Purchase> PURCHASES =
            LEDGER.good().stream().map(Good::content).toList();

    @Test
    void all_rows_are_understood_but_the_last_three() {
        assertThat(LEDGER.rows()).hasSize(1503);
        assertThat(LEDGER.good()).hasSize(1500);
        assertThat(LEDGER.bad()).extracting(ReadRow::number).containsExactly(1502, 1503, 1504);
        assertThat(LEDGER.settings().columns()).doesNotContainNull();
    }

    @Test
    void every_item_is_one_of_the_catalog() {
        assertThat(PURCHASES)
                .allSatisfy(purchase -> assertThat(SeedCatalog.find(purchase.item()))
                        .hasValueSatisfying(
                                variant -> assertThat(variant.name()).isEqualTo(purchase.item())));
    }

    @Test
    void every_way_to_pay_is_known() {
        assertThat(PURCHASES).noneMatch(purchase -> purchase.payment().method() == PayoutMethod.OTHER);
        assertThat(PURCHASES.stream()
                        .filter(purchase -> purchase.payment().method() == PayoutMethod.CHECK)
                        .map(purchase -> Objects.requireNonNull(
                                        purchase.payment().reference())
                                .value()))
                .hasSize(257)
                .allMatch(reference -> reference.matches("\\d+"));
    }

    @Test
    void the_same_person_is_one_person() {
        Map<String, List<Person>> people = People.of(
                        PURCHASES.stream().map(Purchase::seller).toList())
                .stream()
                .collect(Collectors.groupingBy(Person::identity));
        assertThat(people.keySet().stream().filter(identity -> !identity.startsWith("name:")))
                .as("with a number or an address")
                .hasSize(483);
        assertThat(people.keySet().stream().filter(identity -> identity.startsWith("name:")))
                .as("a name alone: 21 that several people of the file have, and one first name")
                .hasSize(22);
        assertThat(people.values()).allSatisfy(rows -> assertThat(rows).containsOnly(rows.getFirst()));
    }

    @Test
    void profit_by_month_is_what_an_independent_sum_over_the_file_gives() {
        Map<YearMonth, Long> understood = new TreeMap<>();
        for (Purchase purchase : PURCHASES) {
            if (purchase.resale() != null) {
                understood.merge(
                        YearMonth.from(purchase.resale().soldOn()),
                        purchase.resale()
                                .proceeds()
                                .minus(purchase.landedCost())
                                .minor(),
                        Long::sum);
            }
        }
        assertThat(understood).hasSizeGreaterThan(24).isEqualTo(independentProfit());
    }

    /** Shares no code with the import: the first 1,500 records of the file, summed as a script would. */
    private static Map<YearMonth, Long> independentProfit() {
        Map<YearMonth, Long> profit = new TreeMap<>();
        var file = new String(SampleLedger.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        CsvReader.builder().ofNamedCsvRecord(file).stream().limit(1500).forEach(row -> {
            String[] sold = row.getField("Sold date").replace(",", "").split("[ /-]");
            if (sold.length == 3) {
                boolean iso = sold[0].length() == 4;
                String year = sold[iso ? 0 : 2];
                String month = sold[iso ? 1 : 0];
                int names = "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(month);
                profit.merge(
                        YearMonth.of(
                                Integer.parseInt(year) % 100 + 2000,
                                names < 0 ? Integer.parseInt(month) : names / 3 + 1),
                        cents(row.getField("Sold for")) - cents(row.getField("Paid")) - cents(row.getField("Ship")),
                        Long::sum);
            }
        });
        return profit;
    }

    private static long cents(String typed) {
        String digits = typed.replaceAll("[$, ]", "");
        return new BigDecimal(digits.isEmpty() ? "0" : digits)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
