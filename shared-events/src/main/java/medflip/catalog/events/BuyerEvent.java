package medflip.catalog.events;

import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a buyer. */
public sealed interface BuyerEvent extends DomainEvent {
    BuyerId buyerId();

    @Override
    default BuyerId aggregateId() {
        return buyerId();
    }

    /** A wholesale company was written into the books, and on what terms it buys. */
    record BuyerAdded(
            BuyerId buyerId,
            @NotPersonal("a wholesale buyer is a company") String name,

            @PersonalData("catalog.buyer-contact") @Nullable PersonName contact,

            @PersonalData("catalog.buyer-phone") @Nullable PhoneNumber phone,

            @PersonalData("catalog.buyer-email") @Nullable EmailAddress email,

            @PersonalData("catalog.buyer-note") @Nullable PersonalText note,
            BuyerTerms terms)
            implements BuyerEvent {}

    /** What the books say of the buyer, or its terms, changed; everything as it is now. */
    record BuyerCorrected(
            BuyerId buyerId,
            @NotPersonal("a wholesale buyer is a company") String name,

            @PersonalData("catalog.buyer-contact") @Nullable PersonName contact,

            @PersonalData("catalog.buyer-phone") @Nullable PhoneNumber phone,

            @PersonalData("catalog.buyer-email") @Nullable EmailAddress email,

            @PersonalData("catalog.buyer-note") @Nullable PersonalText note,
            BuyerTerms terms)
            implements BuyerEvent {}

    /** The buyer is no longer sold to: kept, but not proposed. */
    record BuyerRetired(BuyerId buyerId) implements BuyerEvent {}

    /** A retired buyer is sold to again. */
    record BuyerRestored(BuyerId buyerId) implements BuyerEvent {}
}
