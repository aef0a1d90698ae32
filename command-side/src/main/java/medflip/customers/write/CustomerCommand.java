package medflip.customers.write;

import java.util.List;
import medflip.customers.events.CustomerId;
import medflip.imports.events.ImportId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of a customer. */
public sealed interface CustomerCommand extends Command {
    CustomerId customerId();

    @Override
    default CustomerId aggregateId() {
        return customerId();
    }

    /** What the books say of a person. {@code leadSource} is where the person heard of the business. */
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

    /** Sets right what the books say. */
    record CorrectCustomer(CustomerId customerId, Details details) implements CustomerCommand {}

    /** Writes down numbers and addresses that a file knows of the person, and the books never did. */
    record AddContacts(CustomerId customerId, List<PhoneNumber> phones, List<EmailAddress> emails, ImportId importId)
            implements CustomerCommand {}

    /** Puts the person aside. */
    record ArchiveCustomer(CustomerId customerId) implements CustomerCommand {}

    /** Brings an archived person back. */
    record RestoreCustomer(CustomerId customerId) implements CustomerCommand {}
}
