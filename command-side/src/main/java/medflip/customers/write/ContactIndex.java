package medflip.customers.write;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.CustomerDetailsCorrected;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.kernel.EmailAddress;
import medflip.kernel.Personal;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.TenantJdbc;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds people in the books by their phone numbers and e-mail addresses, so that nobody is written down twice. It holds
 * keyed hashes only, and follows the customers' events: a person who was just registered is found a moment later.
 */
@Component
@ProcessingGroup("customers.contacts")
public class ContactIndex {

    private enum Kind {
        PHONE,
        EMAIL;

        byte[] index(BlindIndex blind, TenantId tenant, String value) {
            return blind.of(tenant, this == PHONE ? "customer-phone" : "customer-email", value);
        }
    }

    private record Contact(Kind kind, String value) {}

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final BlindIndex blind;

    ContactIndex(JdbcClient jdbc, TenantJdbc tenants, BlindIndex blind) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.blind = blind;
    }

    /**
     * Finds the person with one of these numbers, else with one of these addresses. Where several people share one, it
     * is always the same of them.
     */
    public Optional<CustomerId> find(TenantId tenant, List<PhoneNumber> phones, List<EmailAddress> emails) {
        return find(tenant, Kind.PHONE, phones.stream().map(PhoneNumber::value).toList())
                .or(() -> find(
                        tenant,
                        Kind.EMAIL,
                        emails.stream().map(EmailAddress::value).toList()));
    }

    @EventHandler
    void on(CustomerRegistered event) {
        add(event.customerId(), event.phones(), event.emails());
    }

    @EventHandler
    void on(CustomerDetailsCorrected event) {
        CustomerId customer = event.customerId();
        jdbc.sql("DELETE FROM write.customer_contact WHERE tenant_id = :tenant AND customer_id = :customer")
                .param("tenant", customer.tenantId().value())
                .param("customer", customer.local())
                .update();
        add(customer, event.phones(), event.emails());
    }

    @EventHandler
    void on(ContactsAdded event) {
        add(event.customerId(), event.phones(), event.emails());
    }

    private Optional<CustomerId> find(TenantId tenant, Kind kind, List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        byte[][] indexes =
                values.stream().map(value -> kind.index(blind, tenant, value)).toArray(byte[][]::new);
        return tenants.read(
                tenant,
                sql -> sql.query("""
                        SELECT customer_id FROM write.customer_contact
                        WHERE {tenant} AND kind = :kind AND contact_index = ANY (:indexes)
                        ORDER BY customer_id LIMIT 1
                        """)
                        .param("kind", kind.name())
                        .param("indexes", indexes)
                        .query(UUID.class)
                        .optional()
                        .map(local -> CustomerId.of(tenant, local)));
    }

    private void add(CustomerId customer, List<PhoneNumber> phones, List<EmailAddress> emails) {
        List<Contact> contacts = Stream.concat(
                        phones.stream().map(phone -> new Contact(Kind.PHONE, phone.value())),
                        emails.stream().map(email -> new Contact(Kind.EMAIL, email.value())))
                // Who was forgotten is found by nothing.
                .filter(contact -> !contact.value().equals(Personal.ERASED))
                .toList();
        if (contacts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO write.customer_contact (tenant_id, kind, contact_index, customer_id)
                        SELECT ?, kind, contact_index, ?
                        FROM unnest(?::text[], ?::bytea[]) AS contact (kind, contact_index)
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        customer.tenantId().value(),
                        customer.local(),
                        contacts.stream().map(contact -> contact.kind().name()).toArray(String[]::new),
                        contacts.stream()
                                .map(contact -> contact.kind().index(blind, customer.tenantId(), contact.value()))
                                .toArray(byte[][]::new))
                .update();
    }
}
