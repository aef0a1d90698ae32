package medflip.platform.privacy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Finds personal values that stand in bytes as they are: in UTF-8 or UTF-16, in any case, and (from 6 characters up) in
 * Base64 or hex of UTF-8.
 */
public final class ClearText {

    private static final int LONG_ENOUGH_FOR_BASE64 = 6;

    private ClearText() {}

    /** Which of the values were found, in their order. */
    public static List<String> found(byte[] bytes, Collection<String> values) {
        // A char for a byte, so that bytes can be searched as text.
        String text = bytes(bytes);
        String folded = text.toLowerCase(Locale.ROOT);
        String unbroken = text.replaceAll("[\\r\\n]", "");
        return values.stream()
                .filter(value -> isIn(value, folded) || isEncodedIn(value, unbroken))
                .toList();
    }

    private static boolean isIn(String value, String folded) {
        return List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE).stream()
                .map(charset -> as(value, charset).toLowerCase(Locale.ROOT))
                .anyMatch(folded::contains);
    }

    private static boolean isEncodedIn(String value, String text) {
        if (value.length() < LONG_ENOUGH_FOR_BASE64) {
            return false;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(utf8);
        if (text.contains(hex)) {
            return true;
        }
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + utf8.length];
            System.arraycopy(utf8, 0, shifted, shift, utf8.length);
            String encoded = Base64.getEncoder().encodeToString(shifted);
            // The characters at both ends depend on the neighbours.
            String sure = encoded.substring(shift == 0 ? 0 : shift + 1, shifted.length * 8 / 6);
            if (text.contains(sure)) {
                return true;
            }
        }
        return false;
    }

    private static String as(String value, Charset charset) {
        return bytes(value.getBytes(charset));
    }

    private static String bytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
