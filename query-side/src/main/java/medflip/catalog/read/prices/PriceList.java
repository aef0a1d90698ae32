package medflip.catalog.read.prices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * The price list of the business or of one of its buyers.
 *
 * @param buyerName whose list it is; the business's own without one
 * @param latest number of the newest version; 0 before the first
 * @param inForce number of the version that holds today; none before the first
 * @param versions the newest first
 */
record PriceList(
        UUID id,
        @Nullable String buyerName,
        int latest,
        @Nullable Integer inForce,
        List<ListVersion> versions,
        long version)
        implements Versioned {

    /**
     * A version, which is never changed.
     *
     * @param products how many it prices
     * @param publishedBy who did, as in a timeline
     */
    record ListVersion(
            int number,
            LocalDate effectiveFrom,
            int products,
            Instant publishedAt,
            String publishedBy,
            boolean withdrawn) {}
}
