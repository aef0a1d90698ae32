package medflip.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address, lower case. */
public record EmailAddress(String value) implements Personal {

    private static final Pattern SHAPE = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s.,;<>\"]+(\\.[^@\\s.,;<>\"]+)+");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmailAddress {}

    /**
     * Trims, lower-cases and normalises (NFC); checks the shape only, since only a mail proves more.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static EmailAddress parse(String text) {
        String address = Texts.line("An e-mail address", text, 254).toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(address).matches()) {
            throw new IllegalArgumentException("An e-mail address looks like name@example.com.");
        }
        return new EmailAddress(address);
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
