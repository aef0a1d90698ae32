package medflip.customers.write;

import java.util.List;
import java.util.UUID;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.ContactLabel;
import medflip.customers.events.CustomerEvent.AddressesCorrected;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerEvent.FieldCleared;
import medflip.customers.events.CustomerEvent.FieldFilled;
import medflip.customers.events.CustomerEvent.LeadSourceSet;
import medflip.customers.events.CustomerEvent.PayoutHandleAdded;
import medflip.customers.events.CustomerEvent.PayoutHandleRemoved;
import medflip.customers.events.CustomerEvent.PayoutHandleRestored;
import medflip.customers.events.CustomerEvent.PurchasesAllowed;
import medflip.customers.events.CustomerEvent.PurchasesRuledOut;
import medflip.customers.events.CustomerEvent.TagPutOn;
import medflip.customers.events.CustomerEvent.TagTakenOff;
import medflip.customers.events.CustomerId;
import medflip.customers.events.HandleKind;
import medflip.customers.events.Place;
import medflip.customers.write.CustomerCommand.AddContacts;
import medflip.customers.write.CustomerCommand.AddPayoutHandle;
import medflip.customers.write.CustomerCommand.AllowPurchases;
import medflip.customers.write.CustomerCommand.ArchiveCustomer;
import medflip.customers.write.CustomerCommand.Card;
import medflip.customers.write.CustomerCommand.CorrectCustomer;
import medflip.customers.write.CustomerCommand.Details;
import medflip.customers.write.CustomerCommand.EraseCustomer;
import medflip.customers.write.CustomerCommand.FillField;
import medflip.customers.write.CustomerCommand.PutTagOn;
import medflip.customers.write.CustomerCommand.RegisterCustomer;
import medflip.customers.write.CustomerCommand.RemovePayoutHandle;
import medflip.customers.write.CustomerCommand.RestoreCustomer;
import medflip.customers.write.CustomerCommand.RestorePayoutHandle;
import medflip.customers.write.CustomerCommand.RuleOutPurchases;
import medflip.customers.write.CustomerCommand.TakeTagOff;
import medflip.customers.write.RecordCommand.DropTask;
import medflip.imports.events.ImportId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import medflip.platform.privacy.PrivacyRejection;
import org.junit.jupiter.api.Test;

class CustomerTest extends AggregateSpec<Customer> {

    private static final CustomerId CUSTOMER = CustomerId.of(TENANT, new UUID(2, 2));
    private static final List<PhoneNumber> PHONES = List.of(PhoneNumber.parse("+16175550155"));
    private static final PhoneNumber OTHER = PhoneNumber.parse("+16175550156");
    private static final ImportId IMPORT = ImportId.of(TENANT, new UUID(3, 3));
    private static final List<EmailAddress> EMAILS = List.of(EmailAddress.parse("tammy@example.com"));
    private static final Details DETAILS =
            new Details(PersonName.parse("Tammy Davis"), PHONES, EMAILS, null, "Google", null);

    private static final List<Contact> CONTACTS = List.of(Contact.of(PHONES.getFirst()), Contact.of(EMAILS.getFirst()));
    private static final Card CARD = new Card(PersonName.parse("Tammy Davis"), CONTACTS, List.of(), "Google");
    private static final UUID TAG = new UUID(5, 5);
    private static final PersonalText TEXT = PersonalText.parse("opened boxes, twice");

    @Test
    void a_person_is_written_into_the_books() {
        when(new RegisterCustomer(CUSTOMER, DETAILS, null));
        then(registered());
    }

    @Test
    void what_the_books_say_can_be_corrected_and_only_what_changed_is_a_fact() {
        given(registered());
        when(new CorrectCustomer(CUSTOMER, new Card(PersonName.parse("Tamara Davis"), CONTACTS, List.of(), "Google")));
        then(new CustomerRenamed(CUSTOMER, PersonName.parse("Tamara Davis")));
        given(registered());
        Contact labelled = new Contact(ContactKind.PHONE, PHONES.getFirst().value(), ContactLabel.MOBILE);
        Place home = new Place(new PostalAddress("12 Elm Street", null, null, null, null, null), ContactLabel.HOME);
        when(new CorrectCustomer(
                CUSTOMER, new Card(PersonName.parse("Tammy Davis"), List.of(labelled), List.of(home), null)));
        then(
                new ContactsCorrected(CUSTOMER, List.of(labelled)),
                new AddressesCorrected(CUSTOMER, List.of(home)),
                new LeadSourceSet(CUSTOMER, null));
    }

    @Test
    void P8_nothing_is_done_to_who_was_erased_not_even_what_says_nothing_of_them() {
        given(registered());
        when(new EraseCustomer(CUSTOMER));
        then(new CustomerErased(CUSTOMER));
        given(registered(), new CustomerErased(CUSTOMER));
        when(new PutTagOn(CUSTOMER, TAG));
        thenRejected(PrivacyRejection.SUBJECT_ERASED);
        when(new ArchiveCustomer(CUSTOMER));
        thenRejected(PrivacyRejection.SUBJECT_ERASED);
        when(new DropTask(CUSTOMER, TAG));
        thenRejected(PrivacyRejection.SUBJECT_ERASED);
    }

    @Test
    void a_card_that_says_the_same_changes_nothing() {
        given(registered());
        when(new CorrectCustomer(CUSTOMER, CARD));
        thenNothing();
    }

    @Test
    void a_tag_is_put_on_and_taken_off_once() {
        given(registered());
        when(new PutTagOn(CUSTOMER, TAG));
        then(new TagPutOn(CUSTOMER, TAG));
        given(registered(), new TagPutOn(CUSTOMER, TAG));
        when(new PutTagOn(CUSTOMER, TAG));
        thenNothing();
        given(registered(), new TagPutOn(CUSTOMER, TAG));
        when(new TakeTagOff(CUSTOMER, TAG));
        then(new TagTakenOff(CUSTOMER, TAG));
        given(registered(), new TagPutOn(CUSTOMER, TAG), new TagTakenOff(CUSTOMER, TAG));
        when(new TakeTagOff(CUSTOMER, TAG));
        thenNothing();
    }

    @Test
    void a_field_is_filled_in_and_emptied() {
        given(registered());
        when(new FillField(CUSTOMER, TAG, TEXT));
        then(new FieldFilled(CUSTOMER, TAG, TEXT));
        given(registered(), new FieldFilled(CUSTOMER, TAG, TEXT));
        when(new FillField(CUSTOMER, TAG, TEXT));
        thenNothing();
        given(registered(), new FieldFilled(CUSTOMER, TAG, TEXT));
        when(new FillField(CUSTOMER, TAG, null));
        then(new FieldCleared(CUSTOMER, TAG));
    }

    @Test
    void purchases_are_ruled_out_for_a_reason_and_allowed_again() {
        given(registered());
        when(new RuleOutPurchases(CUSTOMER, TEXT));
        then(new PurchasesRuledOut(CUSTOMER, TEXT));
        given(registered(), new PurchasesRuledOut(CUSTOMER, TEXT));
        when(new AllowPurchases(CUSTOMER));
        then(new PurchasesAllowed(CUSTOMER));
        given(registered());
        when(new AllowPurchases(CUSTOMER));
        thenRejected(CustomerRejection.NOT_RULED_OUT);
    }

    @Test
    void a_payout_handle_is_removed_and_restored() {
        PayoutHandleAdded added = new PayoutHandleAdded(CUSTOMER, TAG, HandleKind.ZELLE, TEXT);
        given(registered());
        when(new AddPayoutHandle(CUSTOMER, TAG, HandleKind.ZELLE, TEXT));
        then(added);
        given(registered(), added);
        when(new AddPayoutHandle(CUSTOMER, TAG, HandleKind.ZELLE, TEXT));
        thenRejected(CustomerRejection.HANDLE_IS_THERE);
        given(registered(), added);
        when(new RestorePayoutHandle(CUSTOMER, TAG));
        thenRejected(CustomerRejection.NO_SUCH_HANDLE);
        given(registered(), added);
        when(new RemovePayoutHandle(CUSTOMER, TAG));
        then(new PayoutHandleRemoved(CUSTOMER, TAG));
        given(registered(), added, new PayoutHandleRemoved(CUSTOMER, TAG));
        when(new RemovePayoutHandle(CUSTOMER, TAG));
        thenRejected(CustomerRejection.NO_SUCH_HANDLE);
        given(registered(), added, new PayoutHandleRemoved(CUSTOMER, TAG));
        when(new RestorePayoutHandle(CUSTOMER, TAG));
        then(new PayoutHandleRestored(CUSTOMER, TAG));
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
                new ContactsCorrected(CUSTOMER, List.of(Contact.of(OTHER))),
                new ContactsCorrected(CUSTOMER, List.of()));
        when(new AddContacts(CUSTOMER, List.of(PHONES.getFirst(), OTHER), EMAILS, IMPORT));
        thenNothing();
    }

    @Test
    void an_archived_person_is_not_corrected_but_can_be_brought_back() {
        given(registered(), new CustomerArchived(CUSTOMER));
        when(new CorrectCustomer(CUSTOMER, CARD));
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
