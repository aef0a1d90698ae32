package medflip.imports.write;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import medflip.platform.command.CommandRejected;

/**
 * A CSV file as a grid of texts. The delimiter (comma, semicolon, tab) is the one under which most headings mean
 * something; the encoding is UTF-8, with or without a byte order mark, or else Windows-1252, which spreadsheets write
 * on Windows.
 *
 * @param headings of the first row that isn't empty; each once, an absent one named by its place
 * @param rows what follows, empty rows in between included, those at the end not
 */
record Sheet(List<String> headings, List<Row> rows) {

    /** Number of a row as a spreadsheet shows it, the first being 1; a cell with a line break is still in one row. */
    record Row(int number, List<String> cells) {

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** The text of a cell, empty where the row is shorter. */
        String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }
    }

    static final int ROWS_MAX = 50_000;

    private static final int COLUMNS_MAX = 200;
    private static final int CELL_MAX = 20_000;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** @throws CommandRejected if this is no CSV text, or has too many rows */
    static Sheet read(byte[] file) {
        String text = decode(file);
        char delimiter = DELIMITERS.stream()
                .max(Comparator.comparingLong(candidate -> headingsUnderstood(text, candidate)))
                .orElseThrow();
        List<Row> rows = new ArrayList<>();
        try (Stream<Row> all = rows(text, delimiter)) {
            all.limit(ROWS_MAX + 2L).forEach(rows::add);
        } catch (CsvParseException e) {
            throw new CommandRejected(ImportRejection.UNREADABLE_FILE);
        }
        while (!rows.isEmpty() && rows.getLast().isEmpty()) {
            rows.removeLast();
        }
        int header = 0;
        while (header < rows.size() && rows.get(header).isEmpty()) {
            header++;
        }
        if (header == rows.size()) {
            throw new CommandRejected(ImportRejection.UNREADABLE_FILE);
        }
        if (rows.size() - header > ROWS_MAX + 1) {
            throw new CommandRejected(ImportRejection.TOO_LARGE);
        }
        return new Sheet(distinct(rows.get(header).cells()), List.copyOf(rows.subList(header + 1, rows.size())));
    }

    private static String decode(byte[] file) {
        for (byte one : file) {
            // No text has a NUL; workbooks, archives and UTF-16 do.
            if (one == 0) {
                throw new CommandRejected(ImportRejection.UNREADABLE_FILE);
            }
        }
        try {
            String text = strictly(StandardCharsets.UTF_8, file);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            try {
                return strictly(WINDOWS_1252, file);
            } catch (CharacterCodingException neither) {
                throw new CommandRejected(ImportRejection.UNREADABLE_FILE);
            }
        }
    }

    private static String strictly(Charset charset, byte[] file) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    private static long headingsUnderstood(String text, char delimiter) {
        try (Stream<Row> rows = rows(text, delimiter)) {
            return rows.filter(row -> !row.isEmpty())
                    .findFirst()
                    .map(row -> row.cells().stream()
                            .filter(heading -> Column.of(heading).isPresent())
                            .count())
                    .orElse(0L);
        } catch (CsvParseException e) {
            return -1;
        }
    }

    private static Stream<Row> rows(String text, char delimiter) {
        var number = new java.util.concurrent.atomic.AtomicInteger();
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                // An open quote would swallow every row after it without a word.
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .build(
                        CsvRecordHandler.of(
                                limits -> limits.maxFields(COLUMNS_MAX).maxFieldSize(CELL_MAX)),
                        text)
                .stream()
                .map(CsvRecord::getFields)
                .map(cells -> new Row(number.incrementAndGet(), cells));
    }

    private static List<String> distinct(List<String> cells) {
        Set<String> taken = new HashSet<>();
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String name =
                    cells.get(i).isBlank() ? "Column " + (i + 1) : cells.get(i).strip();
            headings.add(taken.add(name) ? name : name + " (" + (i + 1) + ")");
        }
        return List.copyOf(headings);
    }
}
