package medflip.imports.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import medflip.imports.events.ImportSubject;
import medflip.imports.write.Kind.MatchBy;
import medflip.imports.write.Kind.Mode;
import medflip.imports.write.Sheet.Row;
import medflip.platform.command.CommandRejected;
import medflip.platform.text.LooseDates;
import medflip.platform.text.LooseMoney;
import org.jspecify.annotations.Nullable;

/**
 * A file as its settings understand it: what each column means, and of each row either what it says or its faults. The
 * same bytes under the same settings are always understood alike, so a run that was interrupted can read them again.
 *
 * @param <R> what a good row says
 * @param missing what no column is taken for, although every row needs it
 */
record Reading<R>(
        Kind<R> kind,
        Settings settings,
        List<String> headings,
        Map<Field, Integer> places,
        List<Field> missing,
        List<ReadRow<R>> rows) {

    /** One row; {@code content} is there exactly where {@code faults} is empty. */
    record ReadRow<R>(Row row, List<Fault> faults, @Nullable R content) {

        int number() {
            return row.number();
        }

        boolean isGood() {
            return content != null;
        }
    }

    /** A row that can be entered. */
    record Good<R>(int number, R content) {}

    /** As it stood in the file, by headings, and as it will be entered, by the fields' words. */
    record ShownRow(int row, Map<String, String> values, Map<String, String> entered, List<Fault> faults) {}

    private static final int GUESS_FROM_ROWS = 500;

    /** @throws CommandRejected if this is no CSV text of the settings' form */
    static Reading<?> of(byte[] file, Settings settings) {
        return of(Sheet.read(file, settings.form()), settings);
    }

    /** How a file of this form is most likely understood, if it is about that. */
    static Settings guess(Sheet sheet, SheetForm form, ImportSubject subject) {
        Kind<?> kind = Kinds.of(subject);
        List<@Nullable String> columns = new ArrayList<>();
        for (String heading : sheet.headings()) {
            // Of two columns with the same meaning the first counts.
            columns.add(kind.named(heading)
                    .map(Field::word)
                    .filter(word -> !columns.contains(word))
                    .orElse(null));
        }
        List<String> cells = sheet.rows().stream()
                .limit(GUESS_FROM_ROWS)
                .flatMap(row -> row.cells().stream())
                .toList();
        return new Settings(
                subject,
                form,
                columns,
                LooseDates.order(cells),
                LooseMoney.decimalSign(cells),
                spentIsNegative(cells),
                kind.modes().getFirst(),
                kind.matches().getFirst(),
                null,
                null);
    }

    /** The settings with all that the kind doesn't know taken out. */
    static Settings fitting(Settings said, int columns) {
        Kind<?> kind = Kinds.of(said.subject());
        List<@Nullable String> words = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String word = i < said.columns().size() ? said.columns().get(i) : null;
            words.add(word == null || kind.called(word).isEmpty() || words.contains(word) ? null : word);
        }
        Mode mode =
                kind.modes().contains(said.mode()) ? said.mode() : kind.modes().getFirst();
        MatchBy matchBy = kind.matches().contains(said.matchBy())
                ? said.matchBy()
                : kind.matches().getFirst();
        boolean prices = said.subject() == ImportSubject.PRICES;
        return new Settings(
                said.subject(),
                said.form(),
                words,
                said.dayOrder(),
                said.decimalSign(),
                said.spentIsNegative(),
                mode,
                matchBy,
                prices ? said.buyerId() : null,
                prices ? said.effectiveFrom() : null);
    }

    List<Good<R>> good() {
        return rows.stream()
                .filter(ReadRow::isGood)
                .map(row -> new Good<>(row.number(), Objects.requireNonNull(row.content())))
                .toList();
    }

    List<ReadRow<R>> bad() {
        return rows.stream().filter(row -> !row.isGood()).toList();
    }

    /** How a row is shown to somebody who decides whether it is understood as it is meant. */
    ShownRow shown(ReadRow<R> row) {
        RowReader reader = new RowReader(row.row(), headings, places, settings);
        reader.read(kind);
        return new ShownRow(row.number(), values(row.row()), reader.entered(), row.faults());
    }

    /** A row that is kept because it stayed outside. */
    ShownRow kept(ReadRow<R> row, List<Fault> faults) {
        return new ShownRow(row.number(), values(row.row()), Map.of(), faults);
    }

    private Map<String, String> values(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            values.put(headings.get(i), row.cell(i));
        }
        return values;
    }

    static Reading<?> of(Sheet sheet, Settings settings) {
        return of(sheet, Kinds.of(settings.subject()), settings);
    }

    private static <R> Reading<R> of(Sheet sheet, Kind<R> kind, Settings settings) {
        Map<Field, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < settings.columns().size(); i++) {
            int place = i;
            Optional.ofNullable(settings.columns().get(i))
                    .flatMap(kind::called)
                    .ifPresent(field -> places.put(field, place));
        }
        List<ReadRow<R>> rows = sheet.rows().stream()
                .map(row -> {
                    RowReader reader = new RowReader(row, sheet.headings(), places, settings);
                    R content = reader.read(kind);
                    return new ReadRow<>(row, reader.faults(), content);
                })
                .toList();
        return new Reading<>(kind, settings, sheet.headings(), places, kind.missing(places.keySet()), rows);
    }

    /** Banks write what was spent with a minus: then most amounts have one. */
    private static boolean spentIsNegative(List<String> cells) {
        long amounts = 0;
        long negative = 0;
        for (String cell : cells) {
            boolean amount =
                    cell.matches("(?!\\d+\\.\\d+\\.\\d+$)[-(]?\\s*\\$?\\s*[-(]?\\s*\\$?[\\d.,]*[.,]\\d{2}\\)?");
            amounts += amount ? 1 : 0;
            negative += amount && cell.matches("\\$?\\s*[-(].*") ? 1 : 0;
        }
        return negative * 2 > amounts;
    }
}
