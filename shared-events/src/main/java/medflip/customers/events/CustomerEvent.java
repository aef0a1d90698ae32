package medflip.customers.events;

import java.util.List;
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

/** Everything that can happen to a customer. */
public sealed interface CustomerEvent extends DomainEvent {
    CustomerId customerId();

    @Override
    default CustomerId aggregateId() {
        return customerId();
    }

    /** A person was written into the books, by hand or by an import. */
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

    /** What the books say of the person was corrected; all details as they are now. */
    record CustomerDetailsCorrected(
            CustomerId customerId,
            @PersonalData("customers.name") PersonName name,
            @PersonalData("customers.phones") List<PhoneNumber> phones,
            @PersonalData("customers.emails") List<EmailAddress> emails,
            @PersonalData("customers.address") @Nullable PostalAddress address,

            @NotPersonal("a channel, chosen from the business's own list") @Nullable
            String leadSource,

            @PersonalData("customers.note") @Nullable PersonalText note)
            implements CustomerEvent {}

    /** An imported file knew numbers and addresses of the person that the books didn't; only these. */
    record ContactsAdded(
            CustomerId customerId,
            @PersonalData("customers.phones") List<PhoneNumber> phones,
            @PersonalData("customers.emails") List<EmailAddress> emails,
            ImportId importId)
            implements CustomerEvent {}

    /** The person was put aside: kept, but no longer offered in lists. */
    record CustomerArchived(CustomerId customerId) implements CustomerEvent {}

    /** An archived person was brought back. */
    record CustomerRestored(CustomerId customerId) implements CustomerEvent {}
}
