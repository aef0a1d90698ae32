package medflip.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Free text that may say anything about a person: a note, a reference, an address line, a business name. */
public record PersonalText(String value) implements Personal {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonalText {}

    /**
     * Trims; 1 to 4,000 characters; line breaks stay, other control characters are refused, and so is the number of a
     * payment card (policy promise P4.2).
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static PersonalText parse(String text) {
        String value = Texts.paragraph("A text", text, 4_000);
        if (CardNumbers.isIn(value)) {
            throw new IllegalArgumentException("This has the number of a payment card, which isn't kept here.");
        }
        return new PersonalText(value);
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
