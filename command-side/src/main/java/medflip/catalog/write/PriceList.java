package medflip.catalog.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricesWithdrawn;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.write.PriceListCommand.PublishPrices;
import medflip.catalog.write.PriceListCommand.SetPricingRules;
import medflip.catalog.write.PriceListCommand.WithdrawPrices;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The price list of a business or of one of its buyers: versions, of which none is ever changed. */
@Aggregate(cache = "aggregateCache")
class PriceList extends TenantAggregate {

    @AggregateIdentifier
    private PriceListId id;

    private int latest;
    private final Set<Integer> withdrawn = new HashSet<>();

    PriceList() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PublishPrices command) {
        require(command.basedOn() == latest, PriceListRejection.PRICES_MOVED);
        List<PriceLine> lines = command.prices().lines();
        require(!lines.isEmpty(), PriceListRejection.NO_PRICES);
        require(
                lines.stream().map(PriceLine::productId).distinct().count() == lines.size(),
                PriceListRejection.PRODUCT_TWICE);
        lines.forEach(line -> {
            require(!line.tiers().isEmpty(), PriceListRejection.NO_PRICES);
            require(descending(line.tiers()), PriceListRejection.TIERS_DISORDERLY);
        });
        apply(new PricesPublished(
                command.priceListId(), command.buyerId(), latest + 1, command.effectiveFrom(), command.prices()));
    }

    private static boolean descending(List<TierPrice> tiers) {
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).fromMonths() >= tiers.get(i - 1).fromMonths()) {
                return false;
            }
        }
        return true;
    }

    @EventSourcingHandler
    void evolve(PricesPublished event) {
        id = event.priceListId();
        latest = event.version();
    }

    @CommandHandler
    void decide(WithdrawPrices command) {
        require(
                command.version() >= 1 && command.version() <= latest && !withdrawn.contains(command.version()),
                PriceListRejection.NO_SUCH_VERSION);
        apply(new PricesWithdrawn(id, command.version()));
    }

    @EventSourcingHandler
    void evolve(PricesWithdrawn event) {
        withdrawn.add(event.version());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetPricingRules command) {
        apply(new PricingRulesSet(command.priceListId(), command.rules()));
    }

    @EventSourcingHandler
    void evolve(PricingRulesSet event) {
        id = event.priceListId();
    }

    @Override
    protected PriceListId id() {
        return id;
    }
}
