package medflip.customers.write;

import java.util.List;
import java.util.UUID;
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
import medflip.imports.events.ImportId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PhoneNumber;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class CustomerTest extends AggregateSpec<Customer> {

    private static final CustomerId CUSTOMER = CustomerId.of(TENANT, new UUID(2, 2));
    private static final List<PhoneNumber> PHONES = List.of(PhoneNumber.parse("+16175550155"));
    private static final PhoneNumber OTHER = PhoneNumber.parse("+16175550156");
    private static final ImportId IMPORT = ImportId.of(TENANT, new UUID(3, 3));
    private static final List<EmailAddress> EMAILS = List.of(EmailAddress.parse("tammy@example.com"));
    private static final Details DETAILS =
            new Details(PersonName.parse("Tammy Davis"), PHONES, EMAILS, null, "Google", null);

    @Test
    void a_person_is_written_into_the_books() {
        when(new RegisterCustomer(CUSTOMER, DETAILS, null));
        then(registered());
    }

    @Test
    void what_the_books_say_can_be_corrected() {
        given(registered());
        when(new CorrectCustomer(
                CUSTOMER, new Details(PersonName.parse("Tamara Davis"), PHONES, EMAILS, null, null, null)));
        then(new CustomerDetailsCorrected(
                CUSTOMER, PersonName.parse("Tamara Davis"), PHONES, EMAILS, null, null, null));
    }

    @Test
    void a_file_adds_what_the_books_never_knew_and_nothing_twice() {
        given(registered());
        when(new AddContacts(CUSTOMER, List.of(PHONES.getFirst(), OTHER, OTHER), EMAILS, IMPORT));
        then(new ContactsAdded(CUSTOMER, List.of(OTHER), List.of(), IMPORT));
        given(registered(), new ContactsAdded(CUSTOMER, List.of(OTHER), List.of(), IMPORT));
        when(new AddContacts(CUSTOMER, List.of(OTHER), EMAILS, IMPORT));
        thenNothing();
    }

    @Test
    void a_number_that_was_taken_out_by_hand_is_not_brought_back_by_a_file() {
        given(
                registered(),
                new CustomerDetailsCorrected(
                        CUSTOMER, PersonName.parse("Tammy"), List.of(OTHER), List.of(), null, null, null),
                new CustomerDetailsCorrected(
                        CUSTOMER, PersonName.parse("Tammy"), List.of(), List.of(), null, null, null));
        when(new AddContacts(CUSTOMER, List.of(PHONES.getFirst(), OTHER), EMAILS, IMPORT));
        thenNothing();
    }

    @Test
    void an_archived_person_is_not_corrected_but_can_be_brought_back() {
        given(registered(), new CustomerArchived(CUSTOMER));
        when(new CorrectCustomer(CUSTOMER, DETAILS));
        thenRejected(CustomerRejection.ARCHIVED);
    }

    @Test
    void restoring_undoes_archiving() {
        given(registered(), new CustomerArchived(CUSTOMER));
        when(new RestoreCustomer(CUSTOMER));
        then(new CustomerRestored(CUSTOMER));
    }

    @Test
    void a_person_who_is_not_archived_can_not_be_restored() {
        given(registered());
        when(new RestoreCustomer(CUSTOMER));
        thenRejected(CustomerRejection.NOT_ARCHIVED);
    }

    @Test
    void a_person_is_archived_once() {
        given(registered(), new CustomerArchived(CUSTOMER));
        when(new ArchiveCustomer(CUSTOMER));
        thenRejected(CustomerRejection.ARCHIVED);
    }

    @Test
    void another_tenant_finds_nobody() {
        given(registered());
        from(OTHER_TENANT);
        when(new ArchiveCustomer(CUSTOMER));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    private static CustomerRegistered registered() {
        return new CustomerRegistered(
                CUSTOMER, PersonName.parse("Tammy Davis"), PHONES, EMAILS, null, "Google", null, null);
    }
}
