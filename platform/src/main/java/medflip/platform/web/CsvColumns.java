package medflip.platform.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/** How a list's items become the lines of a CSV file. */
public final class CsvColumns<T> {

    private record Column<T>(String title, Function<T, String> cell) {}

    private final List<Column<T>> columns = new ArrayList<>();

    /** A text that people have typed: guarded against being taken for a formula. */
    public CsvColumns<T> text(String title, Function<T, @Nullable String> value) {
        columns.add(new Column<>(title, item -> guarded(Objects.requireNonNullElse(value.apply(item), ""))));
        return this;
    }

    /** A number, a date or a constant of ours: written as it is, empty where absent. */
    public CsvColumns<T> value(String title, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(title, item -> Objects.toString(value.apply(item), "")));
        return this;
    }

    /** An amount in major units, such as {@code -12.50}; its currency stands in a column of its own. */
    public CsvColumns<T> money(String title, Function<T, @Nullable Money> value) {
        columns.add(new Column<>(title, item -> {
            Money money = value.apply(item);
            return money == null ? "" : amount(money);
        }));
        return this;
    }

    List<String> titles() {
        return columns.stream().map(Column::title).map(CsvColumns::guarded).toList();
    }

    List<String> cells(T item) {
        // Millions of rows go through here: no stream for each.
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = columns.get(i).cell().apply(item);
        }
        return Arrays.asList(cells);
    }

    private static String amount(Money money) {
        int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        return BigDecimal.valueOf(money.minor(), digits).toPlainString();
    }

    /** Phone numbers as we write them. A formula of digits alone does nothing, and they can be read in again. */
    private static final Pattern PHONES = Pattern.compile("\\+\\d{7,15}(, \\+\\d{7,15})*");

    /**
     * A spreadsheet runs a cell that begins like a formula; an apostrophe before it makes it a text again (OWASP, CSV
     * injection).
     */
    static String guarded(String text) {
        boolean begins = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return begins && !PHONES.matcher(text).matches() ? "'" + text : text;
    }
}
