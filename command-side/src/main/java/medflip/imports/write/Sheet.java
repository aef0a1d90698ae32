package medflip.imports.write;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import medflip.imports.events.ImportSubject;
import medflip.imports.write.SheetForm.Delimiter;
import medflip.imports.write.SheetForm.Encoding;
import medflip.platform.command.CommandRejected;

/**
 * A CSV file as a grid of texts.
 *
 * @param headings of the form's heading row; each once, an absent one named by its place
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
    static final int COLUMNS_MAX = 200;

    private static final int CELL_MAX = 20_000;
    /** Banks and shops write a few lines about themselves above the headings. */
    private static final int HEADINGS_WITHIN = 20;

    private static final String ZIP = "PK\u0003\u0004";
    private static final String OLD_WORKBOOK = "\u00d0\u00cf\u0011\u00e0";
    private static final int ONE_IN = 20;

    /** The form that a file most likely has: the one under which most headings mean something. */
    static SheetForm guess(byte[] file) {
        Encoding encoding = encoding(file);
        String text = decode(file, encoding);
        record Candidate(SheetForm form, long understood, int cells) {

            boolean isClearerThan(Candidate other) {
                return understood > other.understood || understood == 0 && other.understood == 0 && cells > other.cells;
            }
        }
        Optional<Candidate> best = Arrays.stream(Delimiter.values())
                .flatMap(delimiter -> first(text, delimiter).stream()
                        .filter(row -> !row.isEmpty())
                        .map(row -> new Candidate(
                                new SheetForm(encoding, delimiter, row.number()),
                                understood(row),
                                row.cells().size())))
                // Of equals the first: the upper row, the commoner delimiter.
                .reduce((clearest, next) -> next.isClearerThan(clearest) ? next : clearest);
        return best.map(Candidate::form).orElseGet(() -> new SheetForm(encoding, Delimiter.COMMA, 1));
    }

    /** @throws CommandRejected if this is no CSV text of that form, or has too much of something */
    static Sheet read(byte[] file, SheetForm form) {
        String text = decode(file, form.encoding());
        List<Row> rows = new ArrayList<>();
        try (Stream<Row> all = rows(text, form.delimiter())) {
            all.limit((long) ROWS_MAX + form.headingRow() + 1).forEach(rows::add);
        } catch (CsvParseException e) {
            throw new CommandRejected(reason(e));
        }
        while (!rows.isEmpty() && rows.getLast().isEmpty()) {
            rows.removeLast();
        }
        if (rows.size() <= form.headingRow()) {
            throw new CommandRejected(ImportRejection.NO_ROWS);
        }
        if (rows.size() - form.headingRow() > ROWS_MAX) {
            throw new CommandRejected(ImportRejection.TOO_LARGE);
        }
        return new Sheet(
                distinct(rows.get(form.headingRow() - 1).cells()),
                List.copyOf(rows.subList(form.headingRow(), rows.size())));
    }

    private static Encoding encoding(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 4), StandardCharsets.ISO_8859_1);
        if (start.equals(ZIP) || start.equals(OLD_WORKBOOK)) {
            throw new CommandRejected(ImportRejection.WORKBOOK);
        }
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            return Encoding.UTF_16;
        }
        try {
            strictly(file, Encoding.UTF_8);
            return Encoding.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return Encoding.WINDOWS_1252;
        }
    }

    private static String decode(byte[] file, Encoding encoding) {
        try {
            String text = strictly(file, encoding);
            long controls = text.chars()
                    .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                    .count();
            // No text has a NUL, nor many other control characters; pictures, archives and workbooks do.
            if (text.indexOf('\0') >= 0 || controls * ONE_IN > text.length()) {
                throw new CommandRejected(ImportRejection.NOT_TEXT);
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new CommandRejected(ImportRejection.NOT_TEXT);
        }
    }

    private static String strictly(byte[] file, Encoding encoding) throws CharacterCodingException {
        return encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    /** The rows among which the headings are, up to where this delimiter makes no rows of the text. */
    private static List<Row> first(String text, Delimiter delimiter) {
        List<Row> first = new ArrayList<>();
        try (Stream<Row> rows = rows(text, delimiter)) {
            rows.limit(HEADINGS_WITHIN).forEach(first::add);
        } catch (CsvParseException e) {
            // Whoever reads the file by this delimiter will be told.
            return first;
        }
        return first;
    }

    private static long understood(Row row) {
        return Arrays.stream(ImportSubject.values())
                .mapToLong(subject -> row.cells().stream()
                        .map(Kinds.of(subject)::named)
                        .filter(Optional::isPresent)
                        .distinct()
                        .count())
                .max()
                .orElse(0);
    }

    private static Stream<Row> rows(String text, Delimiter delimiter) {
        var number = new AtomicInteger();
        return CsvReader.builder()
                .fieldSeparator(delimiter.sign())
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

    /** The parser says only in words what it met: too much of something, or quotation marks in wrong places. */
    private static ImportRejection reason(CsvParseException fault) {
        Throwable said = fault.getCause() == null ? fault : fault.getCause();
        return String.valueOf(said.getMessage()).contains("max")
                ? ImportRejection.TOO_WIDE
                : ImportRejection.QUOTES_DISORDERLY;
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
