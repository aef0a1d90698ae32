package medflip.deals.write;

/** What the seller says to be true, by the version of its text, which the screens show. */
final class Attestation {

    static final String VERSION = "2026-11-24";

    private Attestation() {}
}
