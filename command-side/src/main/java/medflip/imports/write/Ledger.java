package medflip.imports.write;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import medflip.imports.write.Sheet.Row;
import medflip.platform.command.CommandRejected;
import org.jspecify.annotations.Nullable;

/**
 * A file as we understand it: what each column means, and of each row either the purchase it tells of or its faults.
 * The same bytes are always understood alike, so a run that was interrupted can read them again.
 */
record Ledger(List<Heading> headings, List<LedgerRow> rows) {

    /** A column's heading and its meaning, if it has one for us. */
    record Heading(String text, @Nullable Column means) {}

    /** One row; {@code purchase} is there exactly where {@code faults} is empty. */
    record LedgerRow(
            int number,
            Map<String, String> values,
            List<Fault> faults,
            @Nullable Purchase purchase) {

        boolean isGood() {
            return purchase != null;
        }
    }

    /** @throws CommandRejected if the file is no ledger: unreadable, too large, or without a column that all need */
    static Ledger read(byte[] file) {
        Sheet sheet = Sheet.read(file);
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<Heading> headings = new ArrayList<>();
        for (String text : sheet.headings()) {
            // Of two columns with the same meaning the first counts.
            Optional<Column> means = Column.of(text).filter(column -> !places.containsKey(column));
            means.ifPresent(column -> places.put(column, headings.size()));
            headings.add(new Heading(text, means.orElse(null)));
        }
        List<Column> missing = Column.required().stream()
                .filter(column -> !places.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new CommandRejected(new ColumnsMissing(missing));
        }
        return new Ledger(
                List.copyOf(headings),
                sheet.rows().stream()
                        .map(row -> understand(row, sheet.headings(), places))
                        .toList());
    }

    List<LedgerRow> good() {
        return rows.stream().filter(LedgerRow::isGood).toList();
    }

    List<LedgerRow> bad() {
        return rows.stream().filter(row -> !row.isGood()).toList();
    }

    private static LedgerRow understand(Row row, List<String> headings, Map<Column, Integer> places) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            values.put(headings.get(i), row.cell(i));
        }
        RowReader reader = new RowReader(row, headings, places);
        Purchase purchase = reader.read();
        return new LedgerRow(row.number(), values, reader.faults(), purchase);
    }
}
