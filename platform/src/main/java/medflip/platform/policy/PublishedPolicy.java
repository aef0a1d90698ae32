package medflip.platform.policy;

/** The privacy policy in force. Every message carries its version; a sign-up names the version it agrees to. */
public final class PublishedPolicy {

    /** Date of the version, which is also its name. */
    public static final String VERSION = "2026-11-24";

    private PublishedPolicy() {}
}
