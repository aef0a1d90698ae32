package medflip.whole;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import medflip.kernel.CardNumbers;

/**
 * Looks for the number of a payment card in what a table, a log or a file holds (policy promise P4.2): as it is typed,
 * by its issuer's digits, its length and its check digit. Bytes are looked at as the text that they may be.
 */
final class CardScan {

    /** As PostgreSQL copies bytes out. */
    private static final Pattern BYTES = Pattern.compile("\\\\{1,2}x((?:[0-9a-f]{2})+)");

    /** A line break, as it is written inside of a text. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\+[nrtbf]");

    /** An id, a hash, a word: its digits are no number, even where some parts of an id have no letter. */
    private static final Pattern WORD = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9_]*[A-Za-z][A-Za-z0-9_]*");

    private CardScan() {}

    static boolean findsOneIn(String dump) {
        String text = BYTES.matcher(dump)
                .replaceAll(bytes -> " "
                        + java.util.regex.Matcher.quoteReplacement(
                                new String(HexFormat.of().parseHex(bytes.group(1)), StandardCharsets.ISO_8859_1))
                        + " ");
        return CardNumbers.isIn(
                WORD.matcher(ESCAPED.matcher(text).replaceAll(" ")).replaceAll(" word "));
    }
}
