package medflip.customers.write;

import java.util.List;
import java.util.UUID;
import medflip.customers.events.Contact;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.kernel.PersonName;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.platform.command.Histories;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contact index, and events for it, in tests of other packages. */
public final class ContactIndexFixture {

    private final ContactIndex index;

    public ContactIndexFixture(JdbcClient jdbc, TenantJdbc tenants, BlindIndex blind) {
        index = new ContactIndex(jdbc, tenants, blind);
    }

    public ContactIndex index() {
        return index;
    }

    /** Claims of numbers, naming people as these histories do. */
    public PhoneClaimIndex claims(Histories histories) {
        return new PhoneClaimIndex(index, histories);
    }

    /** Somebody is just being written down with this number, by a form. */
    public void claim(TenantId tenant, String phone) {
        index.claim(CustomerId.of(tenant, UUID.randomUUID()), List.of(Contact.of(new PhoneNumber(phone))));
    }

    /** Somebody with this number is written into the books. */
    public CustomerRegistered register(TenantId tenant, String phone) {
        CustomerRegistered event = new CustomerRegistered(
                CustomerId.of(tenant, UUID.randomUUID()),
                new PersonName("Somebody"),
                List.of(new PhoneNumber(phone)),
                List.of(),
                null,
                null,
                null,
                null);
        index.on(event);
        return event;
    }
}
