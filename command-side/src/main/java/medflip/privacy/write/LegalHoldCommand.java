package medflip.privacy.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.kernel.PersonalText;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;
import medflip.privacy.events.HoldBasis;
import medflip.privacy.events.HoldBookId;
import org.jspecify.annotations.Nullable;

/** What whoever runs the service can ask about legal holds; most of all of a business that left. */
public sealed interface LegalHoldCommand extends Command, AllowedWhenClosed {
    HoldBookId bookId();

    @Override
    default HoldBookId aggregateId() {
        return bookId();
    }

    /** Has nothing of the business, or of the person, destroyed from now on. The same hold again changes nothing. */
    record PlaceLegalHold(
            HoldBookId bookId,
            UUID holdId,
            @Nullable CustomerId customerId,
            HoldBasis basis,
            PersonalText reference,
            LocalDate placedOn,
            LocalDate reviewOn)
            implements LegalHoldCommand {}

    /** It was looked at, and is needed until {@code reviewOn} at least. */
    record ReviewLegalHold(HoldBookId bookId, UUID holdId, LocalDate reviewedOn, LocalDate reviewOn)
            implements LegalHoldCommand {}

    /** It is needed no more. One that was released stays so. */
    record ReleaseLegalHold(HoldBookId bookId, UUID holdId, LocalDate releasedOn) implements LegalHoldCommand {}
}
