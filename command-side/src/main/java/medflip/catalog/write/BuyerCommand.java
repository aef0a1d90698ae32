package medflip.catalog.write;

import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of a buyer. */
public sealed interface BuyerCommand extends Command {
    BuyerId buyerId();

    @Override
    default BuyerId aggregateId() {
        return buyerId();
    }

    /** What the books say of a buyer. {@code contact} is whom one speaks to there. */
    record Details(
            String name,
            @Nullable PersonName contact,
            @Nullable PhoneNumber phone,
            @Nullable EmailAddress email,
            @Nullable PersonalText note,
            BuyerTerms terms) {}

    /** Writes a buyer into the books. */
    record AddBuyer(BuyerId buyerId, Details details) implements BuyerCommand {}

    /** Sets right what the books say, the terms included. */
    record CorrectBuyer(BuyerId buyerId, Details details) implements BuyerCommand {}

    /** Puts the buyer aside. */
    record RetireBuyer(BuyerId buyerId) implements BuyerCommand {}

    /** Sells to a retired buyer again. */
    record RestoreBuyer(BuyerId buyerId) implements BuyerCommand {}
}
