package medflip.customers.write;

import java.util.List;
import java.util.UUID;
import medflip.customers.events.Contact;
import medflip.customers.events.CustomerId;
import medflip.customers.events.HandleKind;
import medflip.customers.events.Place;
import medflip.imports.events.ImportId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of a customer. */
public sealed interface CustomerCommand extends Command
        permits CustomerCommand.RegisterCustomer,
                CustomerCommand.CorrectCustomer,
                CustomerCommand.AddContacts,
                CustomerCommand.SetLeadSource,
                CustomerCommand.PutTagOn,
                CustomerCommand.TakeTagOff,
                CustomerCommand.FillField,
                CustomerCommand.RuleOutPurchases,
                CustomerCommand.AllowPurchases,
                CustomerCommand.AddPayoutHandle,
                CustomerCommand.RemovePayoutHandle,
                CustomerCommand.RestorePayoutHandle,
                CustomerCommand.ArchiveCustomer,
                CustomerCommand.RestoreCustomer,
                CustomerCommand.EraseCustomer,
                CustomerCommand.RestrictUse,
                CustomerCommand.AllowUse,
                RecordCommand {
    CustomerId customerId();

    @Override
    default CustomerId aggregateId() {
        return customerId();
    }

    /** What the books first say of a person. {@code leadSource} is where the person heard of the business. */
    record Details(
            PersonName name,
            List<PhoneNumber> phones,
            List<EmailAddress> emails,
            @Nullable PostalAddress address,
            @Nullable String leadSource,
            @Nullable PersonalText note) {}

    /** Writes a person into the books. */
    record RegisterCustomer(
            CustomerId customerId,
            Details details,
            @Nullable ImportId importId) implements CustomerCommand {}

    /** Who somebody is and how they are reached; the usual number and addresses stand first. */
    record Card(
            PersonName name,
            List<Contact> contacts,
            List<Place> addresses,
            @Nullable String leadSource) {}

    /** Sets right what the books say; what is as it was makes no fact. */
    record CorrectCustomer(CustomerId customerId, Card card) implements CustomerCommand {}

    /** Writes down numbers and addresses that a file knows of the person, and the books never did. */
    record AddContacts(CustomerId customerId, List<PhoneNumber> phones, List<EmailAddress> emails, ImportId importId)
            implements CustomerCommand {}

    /** Says where the person heard of the business; null where nobody knows. */
    record SetLeadSource(CustomerId customerId, @Nullable String leadSource) implements CustomerCommand {}

    /** Puts a tag on; one that is there already stays. */
    record PutTagOn(CustomerId customerId, UUID tagId) implements CustomerCommand {}

    /** Takes a tag off, if it is there. */
    record TakeTagOff(CustomerId customerId, UUID tagId) implements CustomerCommand {}

    /** Fills a field of the card in, or empties it. */
    record FillField(
            CustomerId customerId, UUID fieldId, @Nullable PersonalText value) implements CustomerCommand {}

    /** Nothing is to be bought from the person any more. */
    record RuleOutPurchases(CustomerId customerId, PersonalText reason) implements CustomerCommand {}

    /** The person may be bought from again. */
    record AllowPurchases(CustomerId customerId) implements CustomerCommand {}

    /** Writes down where the person can be paid. */
    record AddPayoutHandle(CustomerId customerId, UUID handleId, HandleKind kind, PersonalText handle)
            implements CustomerCommand {}

    /** The person isn't paid there any more. */
    record RemovePayoutHandle(CustomerId customerId, UUID handleId) implements CustomerCommand {}

    /** The person is paid there after all. */
    record RestorePayoutHandle(CustomerId customerId, UUID handleId) implements CustomerCommand {}

    /** Puts the person aside. */
    record ArchiveCustomer(CustomerId customerId) implements CustomerCommand {}

    /** Brings an archived person back. */
    record RestoreCustomer(CustomerId customerId) implements CustomerCommand {}

    /** Says that the person was erased, once their keys are destroyed. */
    record EraseCustomer(CustomerId customerId) implements CustomerCommand, AllowedWhenClosed {}

    /** Has what is held of the person kept and not used. */
    record RestrictUse(CustomerId customerId) implements CustomerCommand, AllowedWhenClosed {}

    /** It may be used again. */
    record AllowUse(CustomerId customerId) implements CustomerCommand, AllowedWhenClosed {}
}
