package medflip.platform.mail;

import org.jspecify.annotations.Nullable;

/** What became of a mail after Resend took it. A later constant is what is known better. */
public enum MailFate {
    /** The other side doesn't take it now; it is tried again by Resend. */
    DELAYED,
    /** The other side took it. */
    DELIVERED,
    /** Resend couldn't send it, through no fault of the address. */
    FAILED,
    /** The other side refuses it for good, or Resend doesn't try any more since it did before. */
    BOUNCED,
    /** Who got it says that it is unwanted. */
    COMPLAINED;

    /** Whether it says more than what was heard before: what is delivered twice, or late, changes nothing. */
    public boolean isNewsAfter(@Nullable MailFate heard) {
        return heard == null || compareTo(heard) > 0;
    }
}
