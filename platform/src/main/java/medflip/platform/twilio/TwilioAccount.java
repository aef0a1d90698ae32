package medflip.platform.twilio;

/**
 * A business's own account at Twilio.
 *
 * @param number by which it texts, in E.164 form; or the SID of the messaging service that chooses one
 */
public record TwilioAccount(String sid, String token, String number) {

    private static final String SERVICES = "MG";

    /** Whether it texts by a messaging service, and not by one number. */
    public boolean textsByService() {
        return number.startsWith(SERVICES);
    }

    /** Masked, so that no log line ever holds the values. */
    @Override
    public String toString() {
        return "***";
    }
}
