package medflip.catalog.read.products;

import java.util.UUID;
import medflip.catalog.events.Channel;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * One sealed box as it is traded. Of an item that nobody has looked up yet only the name is known.
 *
 * @param name how people call it
 * @param category what kind of supply it is
 * @param count how many are in a box
 * @param unit what is counted
 * @param code UPC, NDC or reference of the maker's
 * @param channel where the box was meant to be sold: retail boxes are worth more than others
 * @param imported whether an import brought it
 * @param retired whether it is no longer dealt in
 */
record Product(
        UUID id,
        String name,
        @Nullable String category,
        @Nullable String manufacturer,
        @Nullable String brand,
        @Nullable String line,
        @Nullable Integer count,
        @Nullable String unit,
        @Nullable String code,
        Channel channel,
        boolean imported,
        boolean retired,
        long version)
        implements Versioned {}
