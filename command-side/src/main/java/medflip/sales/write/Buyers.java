package medflip.sales.write;

import medflip.catalog.events.BuyerEvent;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.PricingRules;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Histories;
import medflip.platform.command.RequestRejection;
import org.springframework.stereotype.Component;

/** On what terms one sells to whom, as the buyers' own events tell, and how the business counts months. */
@Component
class Buyers {

    /** What a buyer is called, and its usual terms. */
    record KnownBuyer(String name, BuyerTerms terms) {}

    private final Histories histories;

    Buyers(Histories histories) {
        this.histories = histories;
    }

    /** @throws CommandRejected with {@link RequestRejection#NOT_FOUND} if there is no such buyer */
    KnownBuyer known(BuyerId id) {
        return histories
                .of(id, BuyerEvent.class)
                .<KnownBuyer>mapMulti((event, known) -> {
                    switch (event) {
                        case BuyerAdded added -> known.accept(new KnownBuyer(added.name(), added.terms()));
                        case BuyerCorrected corrected ->
                            known.accept(new KnownBuyer(corrected.name(), corrected.terms()));
                        default -> {}
                    }
                })
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    MonthCount monthCount(TenantId tenant) {
        return histories
                .of(PriceListId.own(tenant), PricingRulesSet.class)
                .reduce((earlier, later) -> later)
                .map(PricingRulesSet::rules)
                .orElse(PricingRules.USUAL)
                .monthCount();
    }
}
