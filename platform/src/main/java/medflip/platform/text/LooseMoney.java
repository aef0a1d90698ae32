package medflip.platform.text;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.kernel.Money;

/**
 * Reads amounts of US dollars as people and spreadsheets write them: {@code 16}, {@code $40.00}, {@code $ 45.46},
 * {@code $1,069.00}, {@code 168.144}, {@code 12,50}. More than two decimals are rounded half-even to cents. A comma
 * before exactly three digits groups thousands; a dot before them doesn't, since unrounded sums look like that.
 */
public final class LooseMoney {

    private static final Pattern CURRENCY = Pattern.compile("(?i)US\\$|USD|\\$");
    private static final Pattern MINUS = Pattern.compile("[-\\u2212](.*)|(.*)-|\\((.*)\\)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,12}(\\.\\d{0,12})?|\\.\\d{1,12}");
    private static final Pattern COMMA_GROUPS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d{0,12})?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,12},\\d{1,2}");
    private static final Pattern DOT_GROUPS = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d{1,2}");

    private LooseMoney() {}

    /**
     * @throws IllegalArgumentException with a reason that a person can read: no amount, a formula, a negative amount,
     *     more than ten billion
     */
    public static Money parse(String text) {
        String typed = SPACE.matcher(text).replaceAll("");
        if (typed.startsWith("=")) {
            throw new IllegalArgumentException("This is a formula, not an amount. Put its value here instead.");
        }
        String amount = CURRENCY.matcher(typed).replaceFirst("");
        Matcher minus = MINUS.matcher(amount);
        boolean negative = minus.matches();
        Money money = Money.requireUsable(Money.of(number(negative ? minus.replaceFirst("$1$2$3") : amount), "USD"));
        if (negative && money.isPositive()) {
            throw new IllegalArgumentException("An amount can't be negative.");
        }
        return money;
    }

    private static BigDecimal number(String digits) {
        if (PLAIN.matcher(digits).matches()) {
            return new BigDecimal(digits);
        }
        if (COMMA_GROUPS.matcher(digits).matches()) {
            return new BigDecimal(digits.replace(",", ""));
        }
        if (DECIMAL_COMMA.matcher(digits).matches()) {
            return new BigDecimal(digits.replace(',', '.'));
        }
        if (DOT_GROUPS.matcher(digits).matches()) {
            return new BigDecimal(digits.replace(".", "").replace(',', '.'));
        }
        throw new IllegalArgumentException("This is no amount of money. Write it like 40.00.");
    }
}
