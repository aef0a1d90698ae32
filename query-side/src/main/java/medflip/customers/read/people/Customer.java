package medflip.customers.read.people;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import medflip.kernel.PostalAddress;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/** One person, with everything the books say of them. */
record Customer(
        @JsonUnwrapped CustomerItem item,
        @Nullable PostalAddress address,
        @Nullable String note) implements Versioned {

    @Override
    public long version() {
        return item.version();
    }
}
