package medflip.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What every text that a person types must satisfy before it can become part of a fact. */
public final class Texts {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CONTROL_BUT_BREAKS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private Texts() {}

    /** One line: NFC, white space folded, 1 to {@code max} characters. */
    public static String line(String what, String text, int max) {
        return checked(what, SPACES.matcher(text).replaceAll(" "), max, CONTROL);
    }

    /** Several lines: NFC, line ends as {@code \n}, 1 to {@code max} characters. */
    public static String paragraph(String what, String text, int max) {
        return checked(what, text.replace("\r\n", "\n").replace('\r', '\n'), max, CONTROL_BUT_BREAKS);
    }

    private static String checked(String what, String text, int max, Pattern refused) {
        String value = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(what + " can't be empty.");
        }
        if (value.length() > max) {
            throw new IllegalArgumentException(what + " has at most " + max + " characters.");
        }
        if (refused.matcher(value).find()) {
            throw new IllegalArgumentException(what + " can't contain control characters.");
        }
        return value;
    }
}
