package medflip.platform.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.core.io.ClassPathResource;

/** The privacy policy in force. Every message carries its version; a sign-up names the version it agrees to. */
public final class PublishedPolicy {

    /** Date of the version, which is also its name. */
    public static final String VERSION = "2026-11-24";

    private static final String TEXT = read();

    private PublishedPolicy() {}

    public static LocalDate lastUpdated() {
        return LocalDate.parse(VERSION);
    }

    /** The whole text, as Markdown. */
    public static String text() {
        return TEXT;
    }

    private static String read() {
        try {
            return new ClassPathResource("policy/" + VERSION + ".md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
