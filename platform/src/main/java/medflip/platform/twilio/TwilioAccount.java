package medflip.platform.twilio;

/**
 * A business's own account at Twilio.
 *
 * @param number by which it texts, in E.164 form
 */
public record TwilioAccount(String sid, String token, String number) {

    /** Masked, so that no log line ever holds the values. */
    @Override
    public String toString() {
        return "***";
    }
}
