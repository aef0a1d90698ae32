package medflip.catalog.events;

import java.time.LocalDate;
import medflip.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a price list. Of a business's own list its pricing rules are a part. */
public sealed interface PriceListEvent extends DomainEvent {
    PriceListId priceListId();

    @Override
    default PriceListId aggregateId() {
        return priceListId();
    }

    /**
     * A version of the list was published; it holds from its day on, until a version with a later day or, of the same
     * day, a later one.
     *
     * @param buyerId whose prices they are; the business's own without one
     * @param version from 1
     */
    record PricesPublished(
            PriceListId priceListId, @Nullable BuyerId buyerId, int version, LocalDate effectiveFrom, Prices prices)
            implements PriceListEvent {}

    /** A version was taken back: what was quoted by it stays, but it holds no longer. */
    record PricesWithdrawn(PriceListId priceListId, int version) implements PriceListEvent {}

    /** The business set how it prices. */
    record PricingRulesSet(PriceListId priceListId, PricingRules rules) implements PriceListEvent {}
}
