package medflip.deals.events;

/** What a seller says to be true before their boxes are bought. */
public final class Attestation {

    /** Of the text; recorded with each acceptance. A new text gets a new version. */
    public static final String VERSION = "2026-11-24";

    public static final String TEXT =
            "I am 18 years old or older, these goods are mine, and neither Medicare nor " + "Medicaid paid for them.";

    private Attestation() {}
}
