package medflip.customers.events;

import java.util.List;
import java.util.UUID;
import medflip.imports.events.ImportId;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a customer. What was written down or kept about them is a family of its own. */
public sealed interface CustomerEvent extends DomainEvent
        permits CustomerEvent.CustomerRegistered,
                CustomerEvent.CustomerRenamed,
                CustomerEvent.ContactsCorrected,
                CustomerEvent.ContactsAdded,
                CustomerEvent.AddressesCorrected,
                CustomerEvent.LeadSourceSet,
                CustomerEvent.TagPutOn,
                CustomerEvent.TagTakenOff,
                CustomerEvent.FieldFilled,
                CustomerEvent.FieldCleared,
                CustomerEvent.PurchasesRuledOut,
                CustomerEvent.PurchasesAllowed,
                CustomerEvent.PayoutHandleAdded,
                CustomerEvent.PayoutHandleRemoved,
                CustomerEvent.PayoutHandleRestored,
                CustomerEvent.CustomerArchived,
                CustomerEvent.CustomerRestored,
                CustomerEvent.CustomerErased,
                CustomerEvent.UseRestricted,
                CustomerEvent.UseAllowed,
                RecordEvent {
    CustomerId customerId();

    @Override
    default CustomerId aggregateId() {
        return customerId();
    }

    /**
     * A person was written into the books, by hand or by an import. The first number and address are the usual ones.
     */
    record CustomerRegistered(
            CustomerId customerId,
            @PersonalData("customers.name") PersonName name,
            @PersonalData("customers.phones") List<PhoneNumber> phones,
            @PersonalData("customers.emails") List<EmailAddress> emails,
            @PersonalData("customers.address") @Nullable PostalAddress address,

            @NotPersonal("a channel, chosen from the business's own list") @Nullable
            String leadSource,

            @PersonalData("customers.note") @Nullable PersonalText note,
            @Nullable ImportId importId)
            implements CustomerEvent {}

    /** The person is called otherwise. */
    record CustomerRenamed(
            CustomerId customerId,
            @PersonalData("customers.name") PersonName name) implements CustomerEvent {}

    /** How the person is reached was corrected: all of it as it is now, the usual number and address first. */
    record ContactsCorrected(
            CustomerId customerId,
            @PersonalData("customers.contacts") List<Contact> contacts) implements CustomerEvent {}

    /** An imported file knew numbers and addresses of the person that the books didn't; only these. */
    record ContactsAdded(
            CustomerId customerId,
            @PersonalData("customers.phones") List<PhoneNumber> phones,
            @PersonalData("customers.emails") List<EmailAddress> emails,
            ImportId importId)
            implements CustomerEvent {}

    /** Where the person lives, or wants boxes and letters sent, was corrected: all places, the usual one first. */
    record AddressesCorrected(
            CustomerId customerId,
            @PersonalData("customers.addresses") List<Place> addresses) implements CustomerEvent {}

    /** Where the person heard of the business is known now, or isn't after all. */
    record LeadSourceSet(
            CustomerId customerId,

            @NotPersonal("a channel, chosen from the business's own list") @Nullable
            String leadSource)
            implements CustomerEvent {}

    /** A tag of the business's list was put on the person. */
    record TagPutOn(CustomerId customerId, UUID tagId) implements CustomerEvent {}

    /** A tag was taken off the person. */
    record TagTakenOff(CustomerId customerId, UUID tagId) implements CustomerEvent {}

    /** A field that the business made for its cards was filled in. */
    record FieldFilled(
            CustomerId customerId,
            UUID fieldId,
            @PersonalData("customers.field") PersonalText value) implements CustomerEvent {}

    /** A field of the card was emptied. */
    record FieldCleared(CustomerId customerId, UUID fieldId) implements CustomerEvent {}

    /** Nothing is bought from the person any more, for this reason. */
    record PurchasesRuledOut(
            CustomerId customerId,
            @PersonalData("customers.do-not-buy") PersonalText reason) implements CustomerEvent {}

    /** The person may be bought from again. */
    record PurchasesAllowed(CustomerId customerId) implements CustomerEvent {}

    /** How the person wants to be paid was written down. */
    record PayoutHandleAdded(
            CustomerId customerId,
            UUID handleId,
            HandleKind kind,
            @PersonalData("customers.payout-handle") PersonalText handle)
            implements CustomerEvent {}

    /** The person is no longer paid there. */
    record PayoutHandleRemoved(CustomerId customerId, UUID handleId) implements CustomerEvent {}

    /** The person is paid there after all. */
    record PayoutHandleRestored(CustomerId customerId, UUID handleId) implements CustomerEvent {}

    /** The person was put aside: kept, but no longer offered in lists. */
    record CustomerArchived(CustomerId customerId) implements CustomerEvent {}

    /** An archived person was brought back. */
    record CustomerRestored(CustomerId customerId) implements CustomerEvent {}

    /**
     * The person wanted to be forgotten, and is: their keys are destroyed, and whoever holds something of them lets go
     * of it. Told again where something was found that had come meanwhile.
     */
    record CustomerErased(CustomerId customerId) implements CustomerEvent {}

    /** The person wants that what is held of them is kept and not used (GDPR 18). */
    record UseRestricted(CustomerId customerId) implements CustomerEvent {}

    /** It may be used again. */
    record UseAllowed(CustomerId customerId) implements CustomerEvent {}
}
