package medflip.kernel;

import org.jspecify.annotations.Nullable;

/** Where mail and boxes go. Lenient: whatever was ever stored reads again. */
public record PostalAddress(
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country)
        implements Personal {

    private static final int PART_MAX = 200;

    /**
     * Trims each part; at most 200 characters each, no control characters; an address of blanks alone is refused.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static PostalAddress parse(PostalAddress typed) {
        PostalAddress parsed = new PostalAddress(
                part(typed.line1),
                part(typed.line2),
                part(typed.city),
                part(typed.region),
                part(typed.postalCode),
                part(typed.country));
        if (parsed.equals(new PostalAddress(null, null, null, null, null, null))) {
            throw new IllegalArgumentException("An address has at least one line.");
        }
        return parsed;
    }

    private static @Nullable String part(@Nullable String text) {
        return text == null || text.isBlank() ? null : Texts.line("A part of an address", text, PART_MAX);
    }

    /** Masked, so that no log line ever holds the value. */
    @Override
    public String toString() {
        return "***";
    }
}
