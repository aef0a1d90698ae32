package medflip.imports.write;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import medflip.imports.write.Kind.MatchBy;
import medflip.imports.write.Purchase.Payment;
import medflip.imports.write.Sheet.Row;
import medflip.kernel.EmailAddress;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.Texts;
import medflip.platform.text.LooseDates;
import medflip.platform.text.LooseMoney;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one row, and notes all its faults and how each cell was understood. A cell is at fault where
 * something that is needed is missing, and where something is written that we can't make out, since dropping it would
 * lose what the business knows. Everything else is only brought into one form.
 */
final class RowReader {

    private static final Pattern WHOLE = Pattern.compile("(\\d{1,3}(?:[,.]\\d{3})+|\\d{1,9})(?:[.,]0*)?");
    private static final Pattern TOTALS = Pattern.compile("(?i)(grand |sub ?|sub-)?totals?\\b.*|sum\\b.*");

    private static final int REFERENCE_MAX = 80;

    private final Row row;
    private final List<String> headings;
    private final Map<Field, Integer> places;
    private final Settings settings;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> entered = new LinkedHashMap<>();

    RowReader(Row row, List<String> headings, Map<Field, Integer> places, Settings settings) {
        this.row = row;
        this.headings = headings;
        this.places = places;
        this.settings = settings;
    }

    /** Reads the row as this kind does; null exactly where there are faults. */
    <R> @Nullable R read(Kind<R> kind) {
        String first =
                row.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
        if (row.isEmpty()) {
            faults.add(new Fault(headings.getFirst(), "", "This row is empty."));
        } else if (isTotals(first.strip(), kind)) {
            faults.add(new Fault(headings.getFirst(), first.strip(), "This is a totals row."));
        } else if (hasStrayCells()) {
            faults.add(new Fault(
                    headings.getLast(),
                    row.cell(headings.size()),
                    "This row has more cells than there are headings. Put quotation marks around cells with commas."));
        } else {
            R read = kind.read(this);
            return faults.isEmpty() ? Objects.requireNonNull(read) : null;
        }
        return null;
    }

    /** The faults that were found. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** How the cells were understood, by the fields' words. */
    Map<String, String> entered() {
        return entered;
    }

    Settings settings() {
        return settings;
    }

    /** The fields that columns are taken for. */
    Iterable<Field> fields() {
        return places.keySet();
    }

    <T> @Nullable T required(Field field, Function<String, T> parse) {
        return required(field, parse, "This can't be left empty.");
    }

    <T> @Nullable T required(Field field, Function<String, T> parse, String otherwise) {
        if (isBlank(field)) {
            fault(field, otherwise);
            return null;
        }
        return parsed(field, parse);
    }

    <T> @Nullable T optional(Field field, Function<String, T> parse) {
        return isBlank(field) ? null : parsed(field, parse);
    }

    /** By what the row is recognised, where rows are recognised by that; otherwise it is shown alone. */
    @Nullable
    String reference(Field field) {
        if (settings.matchBy() == MatchBy.REFERENCE) {
            return required(
                    field,
                    text -> Texts.line("A reference", text, REFERENCE_MAX),
                    "Rows are recognised by this, so it can't be left empty.");
        }
        if (!isBlank(field)) {
            entered.put(field.word(), text(field).strip());
        }
        return null;
    }

    /** Parses a cell that says something by being empty, too. */
    <T> @Nullable T parsed(Field field, Function<String, T> parse) {
        try {
            T value = parse.apply(text(field));
            entered.put(field.word(), shown(value));
            return value;
        } catch (IllegalArgumentException e) {
            fault(field, String.valueOf(e.getMessage()));
            return null;
        }
    }

    void fault(Field field, String reason) {
        Integer place = places.get(field);
        faults.add(new Fault(place == null ? field.heading() : headings.get(place), text(field), reason));
    }

    boolean isBlank(Field field) {
        return text(field).isBlank();
    }

    LocalDate day(String text) {
        return LooseDates.day(text, settings.dayOrder());
    }

    YearMonth month(String text) {
        return LooseDates.month(text, settings.dayOrder());
    }

    Money money(String text) {
        return LooseMoney.parse(text, settings.decimalSign());
    }

    /** A whole number of something, 1 to {@code max}; thousands may be grouped. */
    static Function<String, Integer> whole(String what, int max) {
        return text -> {
            var number = WHOLE.matcher(text.strip());
            int value = number.matches() ? Integer.parseInt(number.group(1).replaceAll("[,.]", "")) : 0;
            if (value < 1 || value > max) {
                throw new IllegalArgumentException(what + " is a whole number, 1 to " + max + ".");
            }
            return value;
        };
    }

    /** A sum below the rows isn't one of them. */
    private boolean isTotals(String first, Kind<?> kind) {
        return TOTALS.matcher(first).matches()
                && kind.fields().stream().filter(Field::required).anyMatch(this::isBlank);
    }

    private boolean hasStrayCells() {
        return row.cells().stream().skip(headings.size()).anyMatch(cell -> !cell.isBlank());
    }

    private String text(Field field) {
        Integer place = places.get(field);
        return place == null ? "" : row.cell(place);
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Money money -> "$" + BigDecimal.valueOf(money.minor(), 2);
            case PersonName name -> name.value();
            case PhoneNumber phone -> phone.value();
            case EmailAddress email -> email.value();
            case PersonalText some -> some.value();
            case Payment payment ->
                shown(payment.method())
                        + (payment.reference() == null
                                ? ""
                                : " " + payment.reference().value());
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            default -> value.toString();
        };
    }
}
