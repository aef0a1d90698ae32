package medflip.platform.mail;

/**
 * How the reader of a mail that isn't essential says that they want no more of these, without a sign-in.
 *
 * @param screen where a person does
 * @param oneClick where a mail program posts it (RFC 8058)
 */
public record Unsubscribe(String screen, String oneClick) {}
