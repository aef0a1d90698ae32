package medflip.platform.privacy;

import medflip.customers.events.CustomerEvent;
import medflip.customers.events.CustomerEvent.UseAllowed;
import medflip.customers.events.CustomerEvent.UseRestricted;
import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeBookId;
import medflip.customers.events.MergeEvent;
import medflip.customers.events.MergedCards;
import medflip.platform.command.Histories;

/**
 * Whose data is kept and not used, because they want that (GDPR 18, policy promise P14): nothing new is begun with
 * them, and no text goes to them. By what was said a moment ago, on whichever of their cards.
 */
public final class RestrictedPeople {

    private final Histories histories;

    public RestrictedPeople(Histories histories) {
        this.histories = histories;
    }

    public boolean isRestricted(CustomerId person) {
        return MergedCards.of(histories.of(MergeBookId.of(person.tenantId()), MergeEvent.class)).of(person).stream()
                .anyMatch(this::isCardRestricted);
    }

    private boolean isCardRestricted(CustomerId card) {
        return histories
                .of(card, CustomerEvent.class)
                .filter(event -> event instanceof UseRestricted || event instanceof UseAllowed)
                .reduce((earlier, later) -> later)
                .filter(UseRestricted.class::isInstance)
                .isPresent();
    }
}
