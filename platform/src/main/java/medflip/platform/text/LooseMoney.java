package medflip.platform.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.kernel.Money;

/**
 * Reads amounts of US dollars as people and spreadsheets write them: {@code 16}, {@code $40.00}, {@code $ 45.46},
 * {@code $1,069.00}, {@code 168.144}, {@code 12,50}. More than two decimals are rounded half-even to cents. A comma
 * before exactly three digits groups thousands; a dot before them doesn't, since unrounded sums look like that.
 */
public final class LooseMoney {

    /** What separates cents from dollars, where it isn't plain. */
    public enum DecimalSign {
        POINT,
        COMMA
    }

    private static final Pattern CURRENCY = Pattern.compile("(?i)US\\$|USD|\\$");
    private static final Pattern MINUS = Pattern.compile("[-\\u2212](.*)|(.*)-|\\((.*)\\)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,12}(\\.\\d{0,12})?|\\.\\d{1,12}");
    private static final Pattern COMMA_GROUPS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d{0,12})?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,12},\\d{1,2}");
    private static final Pattern DOT_GROUPS = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d{1,2}");

    private static final Pattern COMMA_DECIMAL = Pattern.compile("\\d{1,12}(,\\d{0,12})?|,\\d{1,12}");
    private static final Pattern POINT_GROUPS = Pattern.compile("\\d{1,3}([.'\u2019]\\d{3})+(,\\d{0,12})?");
    private static final Pattern WITH_POINT = Pattern.compile("(?!\\s*\\d+\\.\\d+\\.\\d+\\s*$).*\\d?\\.\\d{1,2}\\D*");
    private static final Pattern WITH_COMMA = Pattern.compile(".*\\d?,\\d{1,2}\\D*");

    private LooseMoney() {}

    /**
     * @throws IllegalArgumentException with a reason that a person can read: no amount, a formula, a negative amount,
     *     more than ten billion
     */
    public static Money parse(String text) {
        return parse(text, DecimalSign.POINT);
    }

    /**
     * The same where cents stand behind this sign; behind a comma, {@code 1.234} is one thousand two hundred and
     * thirty-four dollars.
     */
    public static Money parse(String text, DecimalSign sign) {
        Money money = parseSigned(text, sign);
        if (money.isNegative()) {
            throw new IllegalArgumentException("An amount can't be negative.");
        }
        return money;
    }

    /** The sign that these amounts are most likely written with. */
    public static DecimalSign decimalSign(List<String> texts) {
        long points = texts.stream()
                .filter(text -> WITH_POINT.matcher(text).matches())
                .count();
        long commas = texts.stream()
                .filter(text -> WITH_COMMA.matcher(text).matches())
                .count();
        return commas > points ? DecimalSign.COMMA : DecimalSign.POINT;
    }

    /** An amount that may be negative: {@code -12.00}, {@code 12.00-} and {@code (12.00)}. */
    public static Money parseSigned(String text, DecimalSign sign) {
        String typed = SPACE.matcher(text).replaceAll("");
        if (typed.startsWith("=")) {
            throw new IllegalArgumentException("This is a formula, not an amount. Put its value here instead.");
        }
        String amount = CURRENCY.matcher(typed).replaceFirst("");
        Matcher minus = MINUS.matcher(amount);
        boolean negative = minus.matches();
        String digits = negative ? minus.replaceFirst("$1$2$3") : amount;
        Money money = Money.requireUsable(Money.of(sign == DecimalSign.COMMA ? comma(digits) : number(digits), "USD"));
        return negative ? Money.zero(money.currency()).minus(money) : money;
    }

    private static BigDecimal comma(String digits) {
        if (COMMA_DECIMAL.matcher(digits).matches()
                || POINT_GROUPS.matcher(digits).matches()) {
            return new BigDecimal(digits.replaceAll("[.'\u2019]", "").replace(',', '.'));
        }
        throw new IllegalArgumentException("This is no amount of money. Write it like 40,00.");
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
