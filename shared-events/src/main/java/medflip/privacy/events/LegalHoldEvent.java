package medflip.privacy.events;

import java.time.LocalDate;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What the law has kept, though it would be destroyed: of a whole business, or of one person. */
public sealed interface LegalHoldEvent extends DomainEvent {
    HoldBookId bookId();

    UUID holdId();

    @Override
    default HoldBookId aggregateId() {
        return bookId();
    }

    /**
     * From now on nothing of the business, or of the person, is destroyed.
     *
     * @param customerId absent where the whole business is meant
     * @param reference by which whoever runs the service finds the order again, such as a file number
     * @param reviewOn by when somebody looks whether it is needed still
     */
    record LegalHoldPlaced(
            HoldBookId bookId,
            UUID holdId,
            @Nullable CustomerId customerId,
            HoldBasis basis,

            @PersonalData(value = "privacy.hold-reference", subject = "bookId")
            PersonalText reference,

            LocalDate placedOn,
            LocalDate reviewOn)
            implements LegalHoldEvent {}

    /** Somebody looked: it is needed still, and looked at again on {@code reviewOn}. */
    record LegalHoldReviewed(HoldBookId bookId, UUID holdId, LocalDate reviewedOn, LocalDate reviewOn)
            implements LegalHoldEvent {}

    /** It is needed no more: what is due is destroyed again. */
    record LegalHoldReleased(HoldBookId bookId, UUID holdId, LocalDate releasedOn) implements LegalHoldEvent {}
}
