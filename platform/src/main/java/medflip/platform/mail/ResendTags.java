package medflip.platform.mail;

/** What Resend is told with each mail, and says again with all that it tells of it: ids alone. */
public final class ResendTags {

    /** Whose mail it is. */
    public static final String BUSINESS = "business";

    /** Which it is. */
    public static final String MAIL = "mail";

    private ResendTags() {}
}
