package medflip.deals.write;

import static medflip.platform.command.Rejection.require;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import medflip.customers.events.CustomerEvent;
import medflip.customers.events.CustomerEvent.PurchasesAllowed;
import medflip.customers.events.CustomerEvent.PurchasesRuledOut;
import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeBookId;
import medflip.customers.events.MergeEvent;
import medflip.customers.events.MergeEvent.PeopleFoundDifferent;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;
import medflip.deals.events.DealId;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.platform.command.Histories;
import org.springframework.stereotype.Component;

/**
 * Whether the business still buys from somebody, by what was said a moment ago of them and of everybody who was merged
 * with them. Nobody may override it: first the person is allowed again.
 */
@Component
class WelcomeSellers {

    private final Histories histories;

    WelcomeSellers(Histories histories) {
        this.histories = histories;
    }

    void requireWelcome(CustomerId seller) {
        require(isWelcome(seller), DealRejection.DO_NOT_BUY);
    }

    private boolean isWelcome(CustomerId seller) {
        Map<CustomerId, CustomerId> survivors = survivors(seller);
        CustomerId survivor = survivors.getOrDefault(seller, seller);
        return Stream.concat(
                        Stream.of(seller, survivor),
                        survivors.entrySet().stream()
                                .filter(merge -> merge.getValue().equals(survivor))
                                .map(Map.Entry::getKey))
                .distinct()
                .noneMatch(this::isRuledOut);
    }

    /** The same for the person that a deal is with; a deal that came in otherwise than by a quote is history. */
    void requireSellerOf(DealId deal) {
        require(isSellerWelcome(deal), DealRejection.DO_NOT_BUY);
    }

    boolean isSellerWelcome(DealId deal) {
        return histories.of(deal, QuoteGiven.class).findFirst().map(QuoteGiven::customerId).stream()
                .allMatch(this::isWelcome);
    }

    private boolean isRuledOut(CustomerId person) {
        return histories
                .of(person, CustomerEvent.class)
                .filter(event -> event instanceof PurchasesRuledOut || event instanceof PurchasesAllowed)
                .reduce((earlier, later) -> later)
                .filter(PurchasesRuledOut.class::isInstance)
                .isPresent();
    }

    private Map<CustomerId, CustomerId> survivors(CustomerId seller) {
        Map<CustomerId, CustomerId> survivors = new HashMap<>();
        histories.of(MergeBookId.of(seller.tenantId()), MergeEvent.class).forEach(event -> {
            switch (event) {
                case PeopleMerged merged -> survivors.put(merged.mergedId(), merged.survivorId());
                case PeopleUnmerged unmerged -> survivors.remove(unmerged.mergedId());
                case PeopleFoundDifferent different -> {}
            }
        });
        return survivors;
    }
}
