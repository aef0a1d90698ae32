package medflip.catalog.write;

import java.time.LocalDate;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices;
import medflip.catalog.events.PricingRules;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of a price list. */
public sealed interface PriceListCommand extends Command {
    PriceListId priceListId();

    @Override
    default PriceListId aggregateId() {
        return priceListId();
    }

    /** Publishes the next version. {@code basedOn} is the version that the publisher saw; 0 before the first. */
    record PublishPrices(
            PriceListId priceListId, @Nullable BuyerId buyerId, int basedOn, LocalDate effectiveFrom, Prices prices)
            implements PriceListCommand {}

    /** Takes a version back. */
    record WithdrawPrices(PriceListId priceListId, int version) implements PriceListCommand {}

    /** Sets how the business prices. */
    record SetPricingRules(PriceListId priceListId, PricingRules rules) implements PriceListCommand {}
}
