package medflip.platform.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.kernel.Money;
import medflip.kernel.PostalAddress;
import org.jspecify.annotations.Nullable;

/** How figures, dates and names are written on paper: as on the screens. */
public final class DocumentText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.US);
    private static final Pattern AMERICAN = Pattern.compile("\\+1(\\d{3})(\\d{3})(\\d{4})");
    private static final String MINUS = "\u2212";
    private static final int REFERENCE_LENGTH = 8;

    private DocumentText() {}

    /** {@code $1,234.50}, {@code −$3.00}; a currency without a sign of its own goes by its code. */
    public static String money(Money amount) {
        int digits = Currency.getInstance(amount.currency()).getDefaultFractionDigits();
        String sign = amount.currency().equals("USD") ? "$" : amount.currency() + "\u00a0";
        String figures =
                String.format(Locale.US, "%,." + digits + "f", BigDecimal.valueOf(Math.abs(amount.minor()), digits));
        return (amount.isNegative() ? MINUS : "") + sign + figures;
    }

    public static @Nullable String moneyOrNull(@Nullable Money amount) {
        return amount == null ? null : money(amount);
    }

    /** What one of so many costs, where that is a whole number of cents; else nothing, since it would not add up. */
    public static String each(Money total, int quantity) {
        return total.minor() % quantity == 0 ? money(total.share(1, quantity)) : "";
    }

    /** {@code Nov 24, 2026}. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    public static @Nullable String dateOrNull(@Nullable LocalDate day) {
        return day == null ? null : date(day);
    }

    /** {@code Nov 2026}. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** A constant's name as words: {@code BANK_TRANSFER} as {@code Bank transfer}. */
    public static String words(Enum<?> constant) {
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code (617) 555-0155}; numbers of other countries stay as they are. */
    public static String phone(String number) {
        Matcher american = AMERICAN.matcher(number);
        return american.matches()
                ? "(" + american.group(1) + ") " + american.group(2) + "-" + american.group(3)
                : number;
    }

    /** The lines of an address that are filled in. */
    public static List<String> lines(@Nullable PostalAddress address) {
        if (address == null) {
            return List.of();
        }
        String town = joined(", ", address.city(), joined(" ", address.region(), address.postalCode()));
        return Stream.of(address.line1(), address.line2(), town, address.country())
                .filter(line -> line != null && !line.isEmpty())
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    /** What a thing without a number of its own is called by. */
    public static String reference(UUID id) {
        String digits = id.toString();
        return digits.substring(digits.length() - REFERENCE_LENGTH).toUpperCase(Locale.ROOT);
    }

    /** Whichever there are of the parts. */
    public static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(between));
    }
}
