package medflip.customers.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import medflip.customers.events.Contact;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeBookId;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;
import medflip.imports.events.ImportId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.Personal;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.tenancy.TenantPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContactIndexTest {

    private static final PhoneNumber PHONE = new PhoneNumber("+16175550155");
    private static final EmailAddress EMAIL = new EmailAddress("tammy@example.com");

    private static ContactIndex contacts;

    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @BeforeAll
    static void openDatabase() {
        DatabaseAccess access = TestDatabase.create();
        JdbcClient service = JdbcClient.create(source(access, access.service()));
        TenantJdbc tenants = new TenantJdbc(source(access, access.tenant()), TenantPredicate.byParameter());
        contacts = new ContactIndex(service, tenants, TestKeyring.index(TestKeyring.open(access)));
    }

    @Test
    void a_person_is_found_by_number_and_by_address() {
        CustomerId tammy = registered(List.of(PHONE), List.of(EMAIL));
        assertThat(contacts.find(tenant, List.of(new PhoneNumber("+1999"), PHONE), List.of()))
                .contains(tammy);
        assertThat(contacts.find(tenant, List.of(), List.of(EMAIL))).contains(tammy);
        assertThat(contacts.find(tenant, List.of(), List.of())).isEmpty();
    }

    @Test
    void a_number_counts_more_than_an_address() {
        CustomerId byPhone = registered(List.of(PHONE), List.of());
        registered(List.of(), List.of(EMAIL));
        assertThat(contacts.find(tenant, List.of(PHONE), List.of(EMAIL))).contains(byPhone);
    }

    @Test
    void a_corrected_number_is_found_and_the_old_one_is_not() {
        CustomerId tammy = registered(List.of(PHONE), List.of());
        PhoneNumber corrected = new PhoneNumber("+16175550156");
        for (int twice = 0; twice < 2; twice++) {
            contacts.on(new ContactsCorrected(tammy, List.of(Contact.of(corrected))));
        }
        assertThat(contacts.find(tenant, List.of(PHONE), List.of())).isEmpty();
        assertThat(contacts.find(tenant, List.of(corrected), List.of())).contains(tammy);
    }

    @Test
    void P8_who_was_erased_is_found_by_nothing_and_their_number_is_free() {
        CustomerId tammy = registered(List.of(PHONE), List.of(EMAIL));
        for (int twice = 0; twice < 2; twice++) {
            contacts.on(new CustomerErased(tammy));
        }
        assertThat(contacts.find(tenant, List.of(PHONE), List.of(EMAIL))).isEmpty();
        assertThat(contacts.claim(CustomerId.of(tenant, UUID.randomUUID()), List.of(Contact.of(PHONE))))
                .isEmpty();
    }

    @Test
    void an_added_address_is_found_beside_what_was_known() {
        CustomerId tammy = registered(List.of(PHONE), List.of());
        for (int twice = 0; twice < 2; twice++) {
            contacts.on(new ContactsAdded(tammy, List.of(), List.of(EMAIL), ImportId.of(tenant, new UUID(1, 1))));
        }
        assertThat(contacts.find(tenant, List.of(), List.of(EMAIL))).contains(tammy);
        assertThat(contacts.find(tenant, List.of(PHONE), List.of())).contains(tammy);
    }

    @Test
    void a_claimed_number_is_refused_to_everybody_else_and_found_by_nobody_until_it_is_written_down() {
        CustomerId tammy = CustomerId.of(tenant, UUID.randomUUID());
        CustomerId priya = CustomerId.of(tenant, UUID.randomUUID());
        assertThat(contacts.claim(tammy, List.of(Contact.of(PHONE)))).isEmpty();
        assertThat(contacts.find(tenant, List.of(PHONE), List.of())).isEmpty();
        assertThat(contacts.claim(priya, List.of(Contact.of(PHONE)))).contains(tammy);
        assertThat(contacts.claim(tammy, List.of(Contact.of(PHONE)))).isEmpty();
        contacts.on(new ContactsCorrected(tammy, List.of(Contact.of(PHONE))));
        assertThat(contacts.find(tenant, List.of(PHONE), List.of())).contains(tammy);
        assertThat(contacts.claim(priya, List.of(Contact.of(PHONE)))).contains(tammy);
    }

    @Test
    void a_number_that_was_claimed_in_vain_is_free_again() {
        CustomerId tammy = CustomerId.of(tenant, UUID.randomUUID());
        assertThat(contacts.claim(tammy, List.of(Contact.of(PHONE)))).isEmpty();
        contacts.release(tammy);
        assertThat(contacts.claim(CustomerId.of(tenant, UUID.randomUUID()), List.of(Contact.of(PHONE))))
                .isEmpty();
    }

    @Test
    void giving_a_claim_back_leaves_what_is_written_down() {
        CustomerId tammy = registered(List.of(PHONE), List.of());
        contacts.release(tammy);
        assertThat(contacts.find(tenant, List.of(PHONE), List.of())).contains(tammy);
    }

    @Test
    void two_people_may_share_an_e_mail_address() {
        registered(List.of(), List.of(EMAIL));
        assertThat(contacts.claim(CustomerId.of(tenant, UUID.randomUUID()), List.of(Contact.of(EMAIL))))
                .isEmpty();
    }

    @Test
    void the_number_of_who_was_merged_leads_to_the_survivor_until_that_is_taken_back() {
        CustomerId tammy = registered(List.of(PHONE), List.of());
        CustomerId survivor = registered(List.of(), List.of());
        MergeBookId book = MergeBookId.of(tenant);
        contacts.on(new PeopleMerged(book, tammy, survivor));
        assertThat(contacts.find(tenant, List.of(PHONE), List.of())).contains(survivor);
        assertThat(contacts.claim(survivor, List.of(Contact.of(PHONE))))
                .as("it is the same person's number")
                .isEmpty();
        contacts.release(survivor);
        contacts.on(new PeopleUnmerged(book, tammy, survivor));
        assertThat(contacts.find(tenant, List.of(PHONE), List.of())).contains(tammy);
        assertThat(contacts.claim(survivor, List.of(Contact.of(PHONE)))).contains(tammy);
    }

    @Test
    void another_business_does_not_find_the_person() {
        registered(List.of(PHONE), List.of(EMAIL));
        assertThat(contacts.find(new TenantId(UUID.randomUUID()), List.of(PHONE), List.of(EMAIL)))
                .isEmpty();
    }

    @Test
    void a_forgotten_person_is_found_by_nothing() {
        PhoneNumber erased = new PhoneNumber(Personal.ERASED);
        registered(List.of(erased), List.of());
        assertThat(contacts.find(tenant, List.of(erased), List.of())).isEmpty();
    }

    private CustomerId registered(List<PhoneNumber> phones, List<EmailAddress> emails) {
        CustomerId id = CustomerId.of(tenant, UUID.randomUUID());
        contacts.on(new CustomerRegistered(id, new PersonName("Tammy"), phones, emails, null, null, null, null));
        return id;
    }

    private static DataSource source(DatabaseAccess access, DatabaseAccess.Login login) {
        return TestDatabase.connections(access.url(), login);
    }
}
