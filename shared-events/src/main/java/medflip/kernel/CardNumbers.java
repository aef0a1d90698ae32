package medflip.kernel;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds numbers of payment cards in what people type: the service keeps none (policy promise P4.2), so a text with one
 * is refused where it enters, and one that came from outside is masked.
 *
 * @see <a href="https://www.iso.org/standard/70484.html">ISO/IEC 7812-1: the check digit</a>
 */
public final class CardNumbers {

    /** Visa, Mastercard, American Express and Discover, with blanks or hyphens between the digits or without. */
    private static final Pattern LIKE_ONE = Pattern.compile("(?<![\\d-])(?:"
            + "4(?:[ -]?\\d){15}"
            + "|(?:5[ -]?[1-5]|2[ -]?[2-7])(?:[ -]?\\d){14}"
            + "|3[ -]?[47](?:[ -]?\\d){13}"
            + "|6[ -]?(?:0[ -]?1[ -]?1|5[ -]?\\d[ -]?\\d|4[ -]?[4-9][ -]?\\d)(?:[ -]?\\d){12}"
            + ")(?!-?\\d)");

    private static final int TEN = 10;

    private CardNumbers() {}

    /** Whether there is one in it. */
    public static boolean isIn(String text) {
        return LIKE_ONE.matcher(text).results().anyMatch(CardNumbers::hasCheckDigit);
    }

    /** The text, with all but the last four digits of each taken out. */
    public static String masked(String text) {
        return LIKE_ONE.matcher(text).replaceAll(found -> {
            String digits = digits(found);
            return hasCheckDigit(found) ? "••••" + digits.substring(digits.length() - 4) : found.group();
        });
    }

    private static String digits(MatchResult found) {
        return found.group().replaceAll("\\D", "");
    }

    /** By Luhn's sum: every second digit from the right counts double. */
    private static boolean hasCheckDigit(MatchResult found) {
        String digits = digits(found);
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int counted = place % 2 == 0 ? digit : 2 * digit;
            sum += counted < TEN ? counted : counted - TEN + 1;
        }
        return sum % TEN == 0;
    }
}
