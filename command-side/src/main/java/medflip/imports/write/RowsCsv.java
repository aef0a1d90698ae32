package medflip.imports.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import medflip.imports.write.ImportStore.FaultyRow;

/**
 * Writes rows as CSV (RFC 4180): the row's number, its cells under the file's own headings, then what is wrong with it.
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
 */
final class RowsCsv {

    private RowsCsv() {}

    static void write(List<String> headings, List<FaultyRow> rows, Writer target) {
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(target)) {
            csv.writeRecord(record("Row", headings, "Faults"));
            for (FaultyRow row : rows) {
                csv.writeRecord(record(
                        Integer.toString(row.row()),
                        headings.stream()
                                .map(heading -> row.values().getOrDefault(heading, ""))
                                .toList(),
                        row.faults().stream()
                                .map(fault -> fault.column() + ": " + fault.reason())
                                .collect(Collectors.joining("; "))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> record(String number, List<String> cells, String faults) {
        List<String> record = new ArrayList<>();
        record.add(number);
        cells.forEach(cell -> record.add(guarded(cell)));
        record.add(guarded(faults));
        return record;
    }

    private static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
