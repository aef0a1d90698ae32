package medflip.launcher;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a form says, as it is posted to a simulator or stands behind an address's question mark. */
final class FormFields {

    private FormFields() {}

    /** Of a field that comes twice, the last; none where there is no form. */
    static Map<String, String> of(@Nullable String encoded) {
        Map<String, String> fields = new TreeMap<>();
        if (encoded != null) {
            for (String field : encoded.split("&", -1)) {
                int end = field.indexOf('=');
                if (end > 0) {
                    fields.put(decoded(field.substring(0, end)), decoded(field.substring(end + 1)));
                }
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
