package medflip.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import medflip.kernel.Money;
import medflip.kernel.PostalAddress;
import medflip.platform.document.Document.Column;
import medflip.platform.document.Document.Fact;
import medflip.platform.document.Document.Facts;
import medflip.platform.document.Document.Heading;
import medflip.platform.document.Document.Paragraph;
import medflip.platform.document.Document.Part;
import medflip.platform.document.Document.Parties;
import medflip.platform.document.Document.Party;
import medflip.platform.document.Document.Signatures;
import medflip.platform.document.Document.Table;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final List<Column> COLUMNS =
            List.of(Column.text("Item", 3), Column.figures("Boxes", 1), Column.figures("Amount", 1));

    @Test
    void a_document_says_all_its_parts_from_top_to_bottom() {
        String text = PdfText.all(document(
                new Facts(List.of(new Fact("Date", "Nov 24, 2026"), new Fact("Reference", null))),
                new Parties(List.of(
                        new Party("Seller", List.of("Ada Lovelace", "1 Main St")),
                        new Party("Buyer", List.of("Acme Buyback")))),
                new Heading("The seller's statement"),
                new Paragraph("All of it is mine."),
                new Signatures(List.of("Seller", "Buyer"))));
        assertThat(text)
                .containsSubsequence(
                        "Bill of sale",
                        "Date",
                        "Nov 24, 2026",
                        "Ada Lovelace",
                        "Acme Buyback",
                        "1 Main St",
                        "The seller's statement",
                        "All of it is mine.",
                        "Seller",
                        "Page 1 of 1")
                .doesNotContain("Reference");
    }

    @Test
    void two_hundred_rows_flow_over_pages_that_are_numbered_and_each_have_the_titles() {
        List<String> pages = PdfText.pages(document(rows(200)));
        assertThat(pages).hasSizeBetween(6, 12);
        for (int page = 0; page < pages.size(); page++) {
            assertThat(pages.get(page))
                    .contains("Page " + (page + 1) + " of " + pages.size())
                    .contains("Item", "Boxes", "Amount");
        }
        String text = String.join("", pages);
        IntStream.rangeClosed(1, 200)
                .forEach(row -> assertThat(text).containsOnlyOnce("Strips " + row + " of 200 " + row + " $" + row));
        assertThat(pages.getLast()).contains("Total $20,100.00");
    }

    @Test
    void a_table_of_one_row_stays_on_one_page() {
        assertThat(PdfText.pages(document(rows(1)))).hasSize(1);
    }

    @Test
    void long_text_wraps_and_nothing_of_it_is_lost() {
        String words = "Sealed boxes of test strips, as found. ".repeat(240).strip();
        String noSpaces = "0123456789".repeat(40);
        byte[] pdf = document(new Paragraph(noSpaces), new Paragraph(words));
        assertThat(PdfText.pages(pdf)).hasSizeGreaterThan(1);
        assertThat(PdfText.all(pdf)).contains("as found. Sealed boxes");
        assertThat(PdfText.all(pdf).replace(" ", "")).contains(noSpaces);
    }

    @Test
    void names_keep_their_accents_and_what_the_font_lacks_is_marked() {
        String text = PdfText.all(document(new Paragraph("Zoë Łukasiewicz, Señora Ñandú, Đặng, Ærø, Šķēle \u6f22")));
        assertThat(text).contains("Zoë Łukasiewicz, Señora Ñandú, Đặng, Ærø, Šķēle ?");
    }

    @Test
    void the_same_document_is_the_same_bytes_and_another_is_not() {
        byte[] first = document(rows(30));
        assertThat(document(rows(30))).isEqualTo(first);
        assertThat(document(rows(31))).isNotEqualTo(first);
    }

    @Test
    void figures_are_written_as_on_the_screens() {
        assertThat(DocumentText.money(Money.usd("1234.50"))).isEqualTo("$1,234.50");
        assertThat(DocumentText.money(Money.usd("-3"))).isEqualTo("\u2212$3.00");
        assertThat(DocumentText.money(new Money(1_234, "JPY"))).isEqualTo("JPY\u00a01,234");
        assertThat(DocumentText.each(Money.usd("10.00"), 4)).isEqualTo("$2.50");
        assertThat(DocumentText.each(Money.usd("10.00"), 3)).isEmpty();
        assertThat(DocumentText.date(LocalDate.of(2026, 11, 4))).isEqualTo("Nov 4, 2026");
        assertThat(DocumentText.month(YearMonth.of(2027, 9))).isEqualTo("Sep 2027");
        assertThat(DocumentText.phone("+16175550155")).isEqualTo("(617) 555-0155");
        assertThat(DocumentText.phone("+442071838750")).isEqualTo("+442071838750");
        assertThat(DocumentText.lines(new PostalAddress("1 Main St", null, "Boston", "MA", "02118", null)))
                .containsExactly("1 Main St", "Boston, MA 02118");
        assertThat(DocumentText.lines(null)).isEmpty();
    }

    private static Table rows(int number) {
        return new Table(
                COLUMNS,
                IntStream.rangeClosed(1, number)
                        .mapToObj(row -> List.of(
                                "Strips " + row + " of " + number,
                                String.valueOf(row),
                                DocumentText.money(Money.usd(String.valueOf(row)))))
                        .toList(),
                List.of(new Fact("Total", DocumentText.money(Money.usd(String.valueOf(number * (number + 1) / 2))))));
    }

    private static byte[] document(Part... parts) {
        return new Document("Bill of sale", "bill-of-sale", List.of(parts)).pdf();
    }
}
