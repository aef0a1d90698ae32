package medflip.imports.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import medflip.imports.write.Sheet.Row;
import medflip.platform.command.CommandRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_the_one_under_which_headings_mean_something(String delimiter) {
        Sheet sheet = read("Date,Item,Paid\n\"Nov 1, 2024\",Verio,12\n"
                .replace(",I", delimiter + "I")
                .replace(",P", delimiter + "P")
                .replace(",V", delimiter + "V")
                .replace(",12", delimiter + "12"));
        assertThat(sheet.headings()).containsExactly("Date", "Item", "Paid");
        assertThat(sheet.rows()).containsExactly(new Row(2, List.of("Nov 1, 2024", "Verio", "12")));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_heading() {
        assertThat(read("\ufeffDate;Item\n1;2").headings()).containsExactly("Date", "Item");
    }

    @Test
    void text_that_is_no_utf_8_is_windows_1252() {
        Sheet sheet = read("Seller,Item\nFrançois Müller – “Fr”,x".getBytes(Charset.forName("windows-1252")));
        assertThat(sheet.rows().getFirst().cell(0)).isEqualTo("François Müller – “Fr”");
    }

    @Test
    void rows_have_the_numbers_that_a_spreadsheet_shows() {
        Sheet sheet = read("Date,Notes\r\n1,\"one\r\ntwo\"\r\n\r\n2,x\r\n\r\n\r\n");
        assertThat(sheet.rows()).extracting(Row::number).containsExactly(2, 3, 4);
        assertThat(sheet.rows().get(0).cell(1)).isEqualTo("one\r\ntwo");
        assertThat(sheet.rows().get(1).isEmpty()).isTrue();
    }

    @Test
    void spaces_around_quotation_marks_do_not_matter() {
        assertThat(read("Date, Item\n \"Nov 1, 2024\" , \"a \"\"b\"\"\"")
                        .rows()
                        .getFirst()
                        .cells())
                .containsExactly("Nov 1, 2024", "a \"b\"");
        assertThat(read("Date\tItem\tPaid\n1\t\t\"3\"").rows().getFirst().cells())
                .containsExactly("1", "", "3");
    }

    @Test
    void headings_are_told_apart() {
        assertThat(read("Date,,Paid,Paid\n1").headings()).containsExactly("Date", "Column 2", "Paid", "Paid (4)");
    }

    @Test
    void text_with_a_byte_order_mark_of_utf_16_is_read() {
        String text = "Date,Item\n1,Verio é\n";
        for (byte[] file : List.of(
                text.getBytes(StandardCharsets.UTF_16), ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE))) {
            assertThat(read(file).rows().getFirst().cells()).containsExactly("1", "Verio é");
        }
    }

    @Test
    void headings_are_found_below_what_a_bank_writes_above_them() {
        byte[] file =
                "Account,Checking 1234\n\nFrom,1/1/25\nDate,Description,Amount\n1/2/25,Gas,4.00\n".getBytes(UTF_8);
        assertThat(Sheet.guess(file).headingRow()).isEqualTo(4);
        assertThat(read(file).headings()).containsExactly("Date", "Description", "Amount");
    }

    @Test
    void hostile_files_end_in_a_clear_refusal() {
        assertRefused("no-rows", new byte[0]);
        assertRefused("no-rows", "\n\n , \n".getBytes(UTF_8));
        assertRefused("no-rows", "Date,Item,Paid\n".getBytes(UTF_8));
        assertRefused("workbook", "PK\3\4 whatever a zip bomb holds".getBytes(UTF_8));
        assertRefused("not-text", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0, 0, 13});
        assertRefused("not-text", new byte[] {'D', (byte) 0x81, 'x'});
        assertRefused("not-text", "\1\2\3\4\5\6\7Date,Item\n1,2".getBytes(UTF_8));
        assertRefused("quotes-disorderly", "Date,Item\n1,\"never closed\n2,b\n".getBytes(UTF_8));
        assertRefused("quotes-disorderly", "Date,Item\n1,b\n2,\"half a fi".getBytes(UTF_8));
        assertRefused("too-wide", ("Date,Item\n" + "1,".repeat(1_000) + "\n").getBytes(UTF_8));
        assertRefused("too-wide", ("Date,Item\n1," + "x".repeat(20_001)).getBytes(UTF_8));
        assertRefused("too-wide", "x".repeat(10_000_000).getBytes(UTF_8));
    }

    @Test
    void any_bytes_are_read_or_refused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] good = SampleLedger.bytes();
        for (int round = 0; round < 400; round++) {
            byte[] file;
            if (round % 2 == 0) {
                file = new byte[random.nextInt(400)];
                random.nextBytes(file);
            } else {
                file = java.util.Arrays.copyOf(good, 100 + random.nextInt(3_000));
                for (int i = random.nextInt(30); i > 0; i--) {
                    file[random.nextInt(file.length)] = (byte) "\",;\n\t=\0\u00ff|".charAt(random.nextInt(9));
                }
            }
            try {
                Reading<?> reading = Understood.read(file);
                assertThat(reading.good().size() + reading.bad().size())
                        .as("seed %d", seed)
                        .isEqualTo(reading.rows().size());
            } catch (CommandRejected refused) {
                assertThat(refused.reason().code()).as("seed %d", seed).startsWith("imports.");
            }
        }
    }

    @Test
    void too_many_rows_are_refused() {
        assertThat(read("Date\n" + "1\n".repeat(Sheet.ROWS_MAX)).rows()).hasSize(Sheet.ROWS_MAX);
        assertThatExceptionOfType(CommandRejected.class)
                .isThrownBy(() -> read("Date\n" + "1\n".repeat(Sheet.ROWS_MAX + 1)))
                .satisfies(refused -> assertThat(refused.reason().code()).isEqualTo("imports.too-large"));
    }

    @Test
    void fifty_thousand_rows_in_five_megabytes_are_understood() {
        String row =
                "2026-01-05,Ford Prefect,617-555-0143,OneTouch Verio 50ct,2,2027-06,mint,20.00,Zelle,\"a note, fit\"\n";
        String file = "Date,Seller,Phone,Item,Qty,Exp,Cond,Paid,How paid,Notes\n" + row.repeat(Sheet.ROWS_MAX);
        assertThat(file.length()).isGreaterThan(4_800_000).isLessThan(5 * 1024 * 1024);
        Reading<?> reading = Understood.read(file.getBytes(UTF_8));
        assertThat(reading.good()).hasSize(Sheet.ROWS_MAX);
        assertThat(reading.bad()).isEmpty();
    }

    @Test
    void a_formula_is_a_text_like_any_other() {
        assertThat(read("Seller,Notes\nArthur,\"=HYPERLINK(\"\"http://x\"\")\"\n")
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsExactly("Arthur", "=HYPERLINK(\"http://x\")"));
    }

    @Test
    void whatever_is_written_as_csv_reads_again() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int columns = 2 + random.nextInt(5);
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            List<List<String>> rows = new ArrayList<>();
            rows.add(new DealsKind()
                    .fields().stream().limit(columns).map(Field::heading).toList());
            for (int i = random.nextInt(6); i >= 0; i--) {
                rows.add(IntStream.range(0, columns)
                        .mapToObj(c -> c == 0 ? "x" : cell(random))
                        .toList());
            }
            StringWriter csv = new StringWriter();
            try (CsvWriter writer =
                    CsvWriter.builder().fieldSeparator(delimiter).build(csv)) {
                rows.forEach(writer::writeRecord);
            }

            Sheet sheet = read(csv.toString());

            assertThat(sheet.headings()).as("seed %d", seed).isEqualTo(rows.getFirst());
            assertThat(sheet.rows().stream().map(Row::cells))
                    .as("seed %d", seed)
                    .isEqualTo(rows.subList(1, rows.size()));
        }
    }

    private static String cell(Random random) {
        String letters = "a1\",;\t|\n'=é€ -";
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            cell.append(letters.charAt(random.nextInt(letters.length())));
        }
        return cell.toString();
    }

    private static void assertRefused(String code, byte[] file) {
        assertThatExceptionOfType(CommandRejected.class)
                .isThrownBy(() -> read(file))
                .satisfies(refused -> assertThat(refused.reason().code()).isEqualTo("imports." + code));
    }

    private static Sheet read(String text) {
        return read(text.getBytes(UTF_8));
    }

    private static Sheet read(byte[] file) {
        return Sheet.read(file, Sheet.guess(file));
    }
}
