package medflip.deals.events;

import java.util.Map;
import java.util.Objects;

/** What a seller says to be true before their boxes are bought. */
public final class Attestation {

    /** Of the text; recorded with each acceptance. A new text gets a new version. */
    public static final String VERSION = "2026-11-24";

    public static final String TEXT =
            "I am 18 years old or older, these goods are mine, and neither Medicare nor " + "Medicaid paid for them.";

    private static final Map<String, String> TEXTS = Map.of(VERSION, TEXT);

    private Attestation() {}

    /** What a seller said who confirmed the text of a version. */
    public static String text(String version) {
        return Objects.requireNonNull(TEXTS.get(version), () -> "There was never a text of " + version);
    }
}
