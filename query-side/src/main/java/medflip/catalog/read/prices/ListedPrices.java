package medflip.catalog.read.prices;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Prices.ChannelShare;
import medflip.catalog.events.Prices.GradeShare;
import medflip.catalog.events.Prices.TierPrice;

/** What one version of a list says. */
record ListedPrices(
        int number,
        LocalDate effectiveFrom,
        boolean withdrawn,
        List<GradeShare> grades,
        List<ChannelShare> channels,
        List<ListedPrice> lines) {

    /** What it says of one product; tiers from the most months to the fewest. */
    record ListedPrice(UUID productId, String item, List<TierPrice> tiers) {}
}
