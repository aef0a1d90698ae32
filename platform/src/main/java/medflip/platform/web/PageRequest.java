package medflip.platform.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted, and in which order. */
public record PageRequest(
        @Schema(description = "Number of the page, from 0", defaultValue = "0") @Nullable
        Integer page,

        @Schema(description = "Items a page, 1 to 200", defaultValue = "50") @Nullable
        Integer size,

        @Schema(description = "What to sort by; with a minus before it, descending") @Nullable
        String sort) {

    static final int SIZE = 50;
    static final int SIZE_MAX = 200;

    /** @throws Faults.InvalidRequest if there can be no such page */
    void check() {
        Faults faults = new Faults();
        faults.check(number() >= 0, "page", "Pages are numbered from 0.");
        faults.check(length() >= 1 && length() <= SIZE_MAX, "size", "A page has 1 to " + SIZE_MAX + " items.");
        faults.throwIfAny();
    }

    int number() {
        return page == null ? 0 : page;
    }

    int length() {
        return size == null ? SIZE : size;
    }
}
