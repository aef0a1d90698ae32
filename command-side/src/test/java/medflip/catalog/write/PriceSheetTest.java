package medflip.catalog.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.ProductId;
import medflip.catalog.write.PriceSheet.Line;
import medflip.catalog.write.ProductNames.Named;
import medflip.kernel.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceSheetTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final ProductNames PRODUCTS = new ProductNames(Stream.of(
                    "OneTouch Verio 25ct",
                    "OneTouch Verio 50ct",
                    "OneTouch Verio 100ct",
                    "Accu-Chek Guide 50ct",
                    "Accu-Chek Guide 100ct",
                    "FreeStyle Libre 3 Sensor 1ct",
                    "FreeStyle Libre 3 Plus Sensor 1ct",
                    "Omnipod 5 G6/G7 5ct",
                    "Omnipod DASH 5ct")
            .map(name -> new Named(ProductId.named(TENANT, name), name))
            .toList());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OneTouch Verio 50 - 8+ 22, 5-7 15          | OneTouch Verio 50ct              | 8:2200 5:1500
            onetouch verio 50ct: 8+ $22 / 5–7 $15.50   | OneTouch Verio 50ct              | 8:2200 5:1550
            • Verio 100 8mo+ 44 each                   | OneTouch Verio 100ct             | 8:4400
            Accu chek guide 100 ct 5-7 20, 10+ 28      | Accu-Chek Guide 100ct            | 10:2800 5:2000
            Libre 3 Plus 9+ 45                         | FreeStyle Libre 3 Plus Sensor 1ct | 9:4500
            Libre 3 9+ months 40                       | FreeStyle Libre 3 Sensor 1ct     | 9:4000
            Omnipod DASH - 6 to 9 80, 10+ 120          | Omnipod DASH 5ct                 | 10:12000 6:8000
            OneTouch Verio 50 - 8+ 22/11, 5-7 15/7.50  | OneTouch Verio 50ct              | 8:2200/1100 5:1500/750
            OneTouch Verio 50 8+ 22 / 11 / 5-7 15      | OneTouch Verio 50ct              | 8:2200/1100 5:1500
            Verio 100 8+ $44 (damaged $20), 5-7 30     | OneTouch Verio 100ct             | 8:4400/2000 5:3000
            Verio 100 8+ 44, slightly dinged: 20       | OneTouch Verio 100ct             | 8:4400/2000
            """)
    void a_line_as_buyers_send_it_is_understood(String text, String item, String tiers) {
        Line line = read(text).getFirst();
        assertThat(line.fault()).isNull();
        assertThat(line.item()).isEqualTo(item);
        assertThat(written(line.tiers())).isEqualTo(tiers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Verio 8+ 22                        | Which one?
            Verio 75 8+ 22                     | None of your products is called
            OneTouch Verio 50 22               | There are no months and prices
            OneTouch Verio 50 8+ 22 dings half | “dings half” isn't understood
            OneTouch Verio 50 8+ 22, 8+ 21     | The same months stand here twice.
            OneTouch Verio 50 8+ 11/22         | Damaged boxes are worth more here
            8+ 22                              | There is no item in this line.
            """)
    void a_line_that_can_not_be_understood_says_why(String text, String fault) {
        Line line = read(text).getFirst();
        assertThat(line.productId()).isNull();
        assertThat(line.tiers()).isEmpty();
        assertThat(line.fault()).contains(fault);
    }

    @Test
    void months_that_stand_alone_are_meant_for_the_lines_below() {
        List<Line> lines = read("""
                8+ / 5-7
                OneTouch Verio 50   22 15
                Accu-Chek Guide 50 - $14 / $9
                10+ months

                OneTouch Verio 100 44
                """);
        assertThat(lines).extracting(Line::fault).containsOnlyNulls();
        assertThat(lines).extracting(Line::number).containsExactly(2, 3, 6);
        assertThat(lines)
                .extracting(line -> written(line.tiers()))
                .containsExactly("8:2200 5:1500", "8:1400 5:900", "10:4400");
    }

    @Test
    void a_spreadsheet_may_have_columns_for_damaged_boxes() {
        List<Line> lines = read("""
                Item,8+,8+ damaged,5-7,5-7 dmg
                OneTouch Verio 50ct,22.00,11.00,15.00,
                OneTouch Verio 100ct,44.00,,,7.00
                """);
        assertThat(written(lines.getFirst().tiers())).isEqualTo("8:2200/1100 5:1500");
        assertThat(lines.get(1).fault()).contains("none for perfect ones");
    }

    @Test
    void a_spreadsheet_has_a_column_for_each_tier() {
        List<Line> lines = read("""
                Item,10+,8,5-7
                OneTouch Verio 50ct,,22.00,15.00
                "Accu-Chek Guide, 100ct",28,,
                Nobody's Strips,1,2,3
                """);
        assertThat(lines).extracting(line -> written(line.tiers())).containsExactly("8:2200 5:1500", "10:2800", "");
        assertThat(lines.getLast().fault()).contains("Nobody's Strips");
    }

    @Test
    void a_product_that_stands_there_twice_is_taken_once_and_the_second_is_named() {
        List<Line> lines = read("Verio 50 8+ 22\nOneTouch Verio 50ct 8+ 23\n");
        assertThat(lines.getFirst().fault()).isNull();
        assertThat(lines.getLast().fault()).isEqualTo("OneTouch Verio 50ct stands in line 1 already.");
    }

    @Test
    void nothing_that_anybody_pastes_breaks_it() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "aV 5083+-–,.:;/\t\n\"$|@•mo";
        for (int run = 0; run < 2_000; run++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "Item,8+\n" : "");
            for (int i = random.nextInt(80); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(read(text.toString()))
                    .as("seed %d, run %d", seed, run)
                    .allMatch(line -> line.fault() != null ^ !line.tiers().isEmpty());
        }
    }

    private static List<Line> read(String text) {
        return PriceSheet.read(text, PRODUCTS).lines();
    }

    private static String written(List<TierPrice> tiers) {
        return String.join(
                " ",
                tiers.stream()
                        .map(tier -> tier.fromMonths() + ":" + tier.price().minor()
                                + (tier.damaged() == null
                                        ? ""
                                        : "/" + tier.damaged().minor()))
                        .toList());
    }
}
