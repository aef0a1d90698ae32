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

    /** Masked, so that no log line ever holds the value. */
    @Override
    public String toString() {
        return "***";
    }
}
