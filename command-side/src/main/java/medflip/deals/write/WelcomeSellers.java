package medflip.deals.write;

import static medflip.platform.command.Rejection.require;

import java.util.Optional;
import medflip.customers.events.CustomerEvent;
import medflip.customers.events.CustomerEvent.PurchasesAllowed;
import medflip.customers.events.CustomerEvent.PurchasesRuledOut;
import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeBookId;
import medflip.customers.events.MergeEvent;
import medflip.customers.events.MergedCards;
import medflip.deals.events.DealId;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.platform.command.Histories;
import medflip.platform.privacy.PrivacyRejection;
import medflip.platform.privacy.RestrictedPeople;
import org.springframework.stereotype.Component;

/**
 * Whether the business still buys from somebody, by what was said a moment ago of them and of everybody who was merged
 * with them, and whether they let what is held of them be used. Nobody may override either: first the person is allowed
 * again.
 */
@Component
class WelcomeSellers {

    private final Histories histories;
    private final RestrictedPeople restricted;

    WelcomeSellers(Histories histories, RestrictedPeople restricted) {
        this.histories = histories;
        this.restricted = restricted;
    }

    void requireWelcome(CustomerId seller) {
        require(isWelcome(seller), DealRejection.DO_NOT_BUY);
        require(!restricted.isRestricted(seller), PrivacyRejection.USE_RESTRICTED);
    }

    private boolean isWelcome(CustomerId seller) {
        return MergedCards.of(histories.of(MergeBookId.of(seller.tenantId()), MergeEvent.class)).of(seller).stream()
                .noneMatch(this::isRuledOut);
    }

    /** The same for the person that a deal is with; a deal that came in otherwise than by a quote is history. */
    void requireSellerOf(DealId deal) {
        seller(deal).ifPresent(this::requireWelcome);
    }

    boolean isSellerWelcome(DealId deal) {
        return seller(deal).stream().allMatch(seller -> isWelcome(seller) && !restricted.isRestricted(seller));
    }

    private Optional<CustomerId> seller(DealId deal) {
        return histories.of(deal, QuoteGiven.class).findFirst().map(QuoteGiven::customerId);
    }

    private boolean isRuledOut(CustomerId person) {
        return histories
                .of(person, CustomerEvent.class)
                .filter(event -> event instanceof PurchasesRuledOut || event instanceof PurchasesAllowed)
                .reduce((earlier, later) -> later)
                .filter(PurchasesRuledOut.class::isInstance)
                .isPresent();
    }
}
