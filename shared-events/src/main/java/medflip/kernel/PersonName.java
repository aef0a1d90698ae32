package medflip.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person's name as they write it. */
public record PersonName(String value) implements Personal {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonName {}

    /**
     * Trims and folds white space; 1 to 200 characters, no control characters.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static PersonName parse(String text) {
        return new PersonName(Texts.line("A name", text, 200));
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
