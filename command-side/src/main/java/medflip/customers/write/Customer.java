package medflip.customers.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerDetailsCorrected;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerId;
import medflip.customers.write.CustomerCommand.AddContacts;
import medflip.customers.write.CustomerCommand.ArchiveCustomer;
import medflip.customers.write.CustomerCommand.CorrectCustomer;
import medflip.customers.write.CustomerCommand.Details;
import medflip.customers.write.CustomerCommand.RegisterCustomer;
import medflip.customers.write.CustomerCommand.RestoreCustomer;
import medflip.kernel.EmailAddress;
import medflip.kernel.Personal;
import medflip.kernel.PhoneNumber;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One person that a business buys from. */
@Aggregate(cache = "aggregateCache")
class Customer extends TenantAggregate {

    @AggregateIdentifier
    private CustomerId id;

    private boolean archived;

    /** Every number and address that was ever written down, also those that were taken out since. */
    private final Set<Personal> contacts = new HashSet<>();

    Customer() {}

    @CommandHandler
    Customer(RegisterCustomer command) {
        Details details = command.details();
        apply(new CustomerRegistered(
                command.customerId(),
                details.name(),
                details.phones(),
                details.emails(),
                details.address(),
                details.leadSource(),
                details.note(),
                command.importId()));
    }

    @EventSourcingHandler
    void evolve(CustomerRegistered event) {
        id = event.customerId();
        contacts.addAll(event.phones());
        contacts.addAll(event.emails());
    }

    @EventSourcingHandler
    void evolve(CustomerDetailsCorrected event) {
        contacts.addAll(event.phones());
        contacts.addAll(event.emails());
    }

    /** What a person took out stays out, however often a file that has it comes again. */
    @CommandHandler
    void decide(AddContacts command) {
        List<PhoneNumber> phones = unknown(command.phones());
        List<EmailAddress> emails = unknown(command.emails());
        if (!phones.isEmpty() || !emails.isEmpty()) {
            apply(new ContactsAdded(id, phones, emails, command.importId()));
        }
    }

    private <T extends Personal> List<T> unknown(List<T> some) {
        return some.stream()
                .distinct()
                .filter(contact -> !contacts.contains(contact))
                .toList();
    }

    @EventSourcingHandler
    void evolve(ContactsAdded event) {
        contacts.addAll(event.phones());
        contacts.addAll(event.emails());
    }

    @CommandHandler
    void decide(CorrectCustomer command) {
        require(!archived, CustomerRejection.ARCHIVED);
        Details details = command.details();
        apply(new CustomerDetailsCorrected(
                id,
                details.name(),
                details.phones(),
                details.emails(),
                details.address(),
                details.leadSource(),
                details.note()));
    }

    @CommandHandler
    void decide(ArchiveCustomer command) {
        require(!archived, CustomerRejection.ARCHIVED);
        apply(new CustomerArchived(id));
    }

    @EventSourcingHandler
    void evolve(CustomerArchived event) {
        archived = true;
    }

    @CommandHandler
    void decide(RestoreCustomer command) {
        require(archived, CustomerRejection.NOT_ARCHIVED);
        apply(new CustomerRestored(id));
    }

    @EventSourcingHandler
    void evolve(CustomerRestored event) {
        archived = false;
    }

    @Override
    protected CustomerId id() {
        return id;
    }
}
