package medflip.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A telephone number in E.164 form, such as +16175550155. */
public record PhoneNumber(String value) implements Personal {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PhoneNumber {}

    /**
     * Takes E.164 only; the edge turns what people write into it.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static PhoneNumber parse(String text) {
        if (!E164.matcher(text).matches()) {
            throw new IllegalArgumentException("A phone number in E.164 form starts with + and has 7 to 15 digits.");
        }
        return new PhoneNumber(text);
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    /** Masked, so that no log line ever holds the value. */
    @Override
    public String toString() {
        return "***";
    }
}
