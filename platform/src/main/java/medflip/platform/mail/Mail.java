package medflip.platform.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it is sent: the same however often it is tried, since a repeat that differs would be refused.
 *
 * @param business whose mail it is, so that what Resend says of it later is found
 * @param unsubscribe where a mail program posts that its reader wants no more of these; none where it is essential
 */
record Mail(
        String business,
        String to,
        String subject,
        String text,
        String html,
        @Nullable String unsubscribe) {}
