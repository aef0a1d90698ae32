package medflip.messaging.events;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a text didn't arrive, in plain words, and what to do about it: the gate's own reasons, and the codes of Twilio's
 * that are met most.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio's codes</a>
 */
public enum TextFault {
    OPTED_OUT("They want no texts", "Only they can start texts again, by texting START"),
    NO_CONSENT("Nobody wrote down that they agreed", "Say how they agreed, then write again"),
    NUMBER_UNUSABLE("No text can arrive at this number", "Ask for a mobile number"),
    FORBIDDEN_WORDS("Words that carriers block", "Say it in other words"),
    NOT_CONNECTED("No account at Twilio was connected", "Connect it in the settings, then write again"),
    REFUSES_CREDENTIALS("20003", "Twilio refused the credentials", "Connect anew with the present auth token"),
    NO_NUMBER("21211", "No number that can be texted", "Check its digits"),
    STOPPED_AT_TWILIO("21610", "They told Twilio to stop", "Only they can start texts again, by texting START"),
    NO_MOBILE("21614", "The number can't get texts", "Ask for a mobile number"),
    OUT_OF_REACH("30003", "Their phone was off or out of reach", "Try once more later"),
    CARRIER_BLOCKS("30004", "Their carrier blocks your texts", "Call instead"),
    NOT_IN_USE("30005", "The number is no longer in use", "Ask for another one"),
    LANDLINE("30006", "A landline, or a number that can't get texts", "Ask for a mobile number"),
    SPAM("30007", "The carrier took it for spam", "Write it in other words, and not to many at once"),
    UNEXPLAINED("30008", "The carrier didn't say why", "Try once more later"),
    UNREGISTERED("30034", "Your number isn't registered for business texts", "Register it (10DLC) in Twilio's console"),
    OTHER("Something else", "Twilio's console tells more");

    private final String code;
    private final String words;
    private final String remedy;

    TextFault(String words, String remedy) {
        this.code = name();
        this.words = words;
        this.remedy = remedy;
    }

    TextFault(String code, String words, String remedy) {
        this.code = code;
        this.words = words;
        this.remedy = remedy;
    }

    /** Why a text didn't arrive; null where it did, or may yet. */
    public static @Nullable String words(List<BlockReason> blockedFor, @Nullable Integer errorCode) {
        if (!blockedFor.isEmpty()) {
            return blockedFor.stream().map(reason -> words(reason.name())).collect(Collectors.joining("; "));
        }
        return errorCode == null ? null : words(errorCode.toString());
    }

    private static String words(String code) {
        return Arrays.stream(values())
                .filter(fault -> fault.code.equals(code))
                .map(fault -> fault.words)
                .findFirst()
                .orElse(OTHER.words + " (Twilio's error " + code + ")");
    }

    /** The gate's reason, or Twilio's code. */
    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    /** What helps. */
    public String remedy() {
        return remedy;
    }
}
