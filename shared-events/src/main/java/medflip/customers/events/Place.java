package medflip.customers.events;

import medflip.kernel.Personal;
import medflip.kernel.PostalAddress;
import org.jspecify.annotations.Nullable;

/** A postal address of a person, and what it is to them. */
public record Place(PostalAddress address, @Nullable ContactLabel label) implements Personal {

    /** Masked, so that no log line ever holds the value. */
    @Override
    public String toString() {
        return "***";
    }
}
