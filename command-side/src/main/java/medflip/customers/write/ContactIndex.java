package medflip.customers.write;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;
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
@ProcessingGroup(ContactIndex.GROUP)
public class ContactIndex {

    public static final String GROUP = "customers.contacts";

    /** Longer than a command takes; a claim that no event confirmed by then is nobody's. */
    private static final int CLAIMED_SECONDS = 60;

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
        return find(
                        tenant,
                        ContactKind.PHONE,
                        phones.stream().map(PhoneNumber::value).toList())
                .or(() -> find(
                        tenant,
                        ContactKind.EMAIL,
                        emails.stream().map(EmailAddress::value).toList()));
    }

    /**
     * Claims numbers for a person, before a command that writes them down. Whoever claims one at the same moment is
     * refused as well, so that two people never have it.
     *
     * @return who has one of them; the claim is made if nobody has
     */
    Optional<CustomerId> claim(CustomerId customer, List<Contact> contacts) {
        byte[][] phones = contacts.stream()
                .filter(contact -> contact.kind() == ContactKind.PHONE)
                .map(contact -> index(customer.tenantId(), contact))
                .toArray(byte[][]::new);
        if (phones.length == 0) {
            return Optional.empty();
        }
        jdbc.sql("""
                        INSERT INTO write.customer_contact AS c
                            (tenant_id, kind, contact_index, customer_id, claimed_at)
                        SELECT :tenant, 'PHONE', phone, :customer, now() FROM unnest(:phones::bytea[]) AS phone
                        ON CONFLICT (tenant_id, kind, contact_index, customer_id) DO UPDATE SET claimed_at = now()
                        WHERE c.claimed_at IS NOT NULL
                        """)
                .param("tenant", customer.tenantId().value())
                .param("customer", customer.local())
                .param("phones", phones)
                .update();
        Optional<CustomerId> holder = holder(customer, phones);
        if (holder.isPresent()) {
            release(customer);
        }
        return holder;
    }

    /** Who else has this number, or is just getting it. */
    Optional<CustomerId> holder(CustomerId customer, PhoneNumber phone) {
        return holder(customer, new byte[][] {
            index(customer.tenantId(), new Contact(ContactKind.PHONE, phone.value(), null))
        });
    }

    private Optional<CustomerId> holder(CustomerId customer, byte[][] phones) {
        return tenants.read(
                customer.tenantId(),
                sql -> sql.query("""
                                SELECT coalesce(m.survivor_id, c.customer_id) AS holder
                                FROM write.customer_contact c
                                LEFT JOIN write.merged_customer m ON {m.tenant} AND m.customer_id = c.customer_id
                                WHERE {c.tenant} AND c.kind = 'PHONE' AND c.contact_index = ANY (:phones)
                                  AND (c.claimed_at IS NULL OR c.claimed_at > now() - make_interval(secs => :seconds))
                                  AND coalesce(m.survivor_id, c.customer_id) <> coalesce(
                                      (SELECT o.survivor_id FROM write.merged_customer o
                                       WHERE {o.tenant} AND o.customer_id = :customer), :customer)
                                ORDER BY c.claimed_at NULLS FIRST, holder LIMIT 1
                                """)
                        .param("phones", phones)
                        .param("seconds", CLAIMED_SECONDS)
                        .param("customer", customer.local())
                        .query(UUID.class)
                        .optional()
                        .map(local -> CustomerId.of(customer.tenantId(), local)));
    }

    /** Whether the person is one of two whose cards were merged, and weren't parted since. */
    public boolean isMerged(CustomerId customer) {
        return tenants.read(
                customer.tenantId(),
                sql -> sql.query("""
                                SELECT EXISTS (SELECT FROM write.merged_customer
                                               WHERE {tenant} AND (customer_id = :customer OR survivor_id = :customer))
                                """)
                        .param("customer", customer.local())
                        .query(Boolean.class)
                        .single());
    }

    /** Gives back what was claimed for a person and not written down. */
    void release(CustomerId customer) {
        jdbc.sql("""
                        DELETE FROM write.customer_contact
                        WHERE tenant_id = :tenant AND customer_id = :customer AND claimed_at IS NOT NULL
                        """)
                .param("tenant", customer.tenantId().value())
                .param("customer", customer.local())
                .update();
    }

    @EventHandler
    void on(CustomerRegistered event) {
        add(event.customerId(), Contact.allOf(event.phones(), event.emails()));
    }

    @EventHandler
    void on(ContactsCorrected event) {
        CustomerId customer = event.customerId();
        jdbc.sql("""
                        DELETE FROM write.customer_contact
                        WHERE tenant_id = :tenant AND customer_id = :customer AND claimed_at IS NULL
                        """)
                .param("tenant", customer.tenantId().value())
                .param("customer", customer.local())
                .update();
        add(customer, event.contacts());
    }

    @EventHandler
    void on(ContactsAdded event) {
        add(event.customerId(), Contact.allOf(event.phones(), event.emails()));
    }

    /** Whoever comes with the same number later is somebody new. */
    @EventHandler
    void on(CustomerErased event) {
        CustomerId customer = event.customerId();
        jdbc.sql("DELETE FROM write.customer_contact WHERE tenant_id = :tenant AND customer_id = :customer")
                .param("tenant", customer.tenantId().value())
                .param("customer", customer.local())
                .update();
    }

    @EventHandler
    void on(PeopleMerged event) {
        jdbc.sql("""
                        INSERT INTO write.merged_customer (tenant_id, customer_id, survivor_id)
                        VALUES (:tenant, :merged, :survivor)
                        ON CONFLICT (tenant_id, customer_id) DO UPDATE SET survivor_id = excluded.survivor_id
                        """)
                .param("tenant", event.bookId().tenantId().value())
                .param("merged", event.mergedId().local())
                .param("survivor", event.survivorId().local())
                .update();
    }

    @EventHandler
    void on(PeopleUnmerged event) {
        jdbc.sql("DELETE FROM write.merged_customer WHERE tenant_id = :tenant AND customer_id = :merged")
                .param("tenant", event.bookId().tenantId().value())
                .param("merged", event.mergedId().local())
                .update();
    }

    private Optional<CustomerId> find(TenantId tenant, ContactKind kind, List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        byte[][] indexes = values.stream()
                .map(value -> index(tenant, new Contact(kind, value, null)))
                .toArray(byte[][]::new);
        return tenants.read(
                tenant,
                sql -> sql.query("""
                        SELECT coalesce(m.survivor_id, c.customer_id) FROM write.customer_contact c
                        LEFT JOIN write.merged_customer m ON {m.tenant} AND m.customer_id = c.customer_id
                        WHERE {c.tenant} AND c.kind = :kind AND c.contact_index = ANY (:indexes)
                          AND c.claimed_at IS NULL
                        ORDER BY 1 LIMIT 1
                        """)
                        .param("kind", kind.name())
                        .param("indexes", indexes)
                        .query(UUID.class)
                        .optional()
                        .map(local -> CustomerId.of(tenant, local)));
    }

    private void add(CustomerId customer, List<Contact> all) {
        List<Contact> contacts = all.stream()
                // Who was forgotten is found by nothing.
                .filter(contact -> !contact.value().equals(Personal.ERASED))
                .distinct()
                .toList();
        if (contacts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO write.customer_contact (tenant_id, kind, contact_index, customer_id)
                        SELECT DISTINCT ?::uuid, kind, contact_index, ?::uuid
                        FROM unnest(?::text[], ?::bytea[]) AS contact (kind, contact_index)
                        ON CONFLICT (tenant_id, kind, contact_index, customer_id) DO UPDATE SET claimed_at = NULL
                        """)
                .params(
                        customer.tenantId().value(),
                        customer.local(),
                        contacts.stream().map(contact -> contact.kind().name()).toArray(String[]::new),
                        contacts.stream()
                                .map(contact -> index(customer.tenantId(), contact))
                                .toArray(byte[][]::new))
                .update();
    }

    private byte[] index(TenantId tenant, Contact contact) {
        String purpose = contact.kind() == ContactKind.PHONE ? "customer-phone" : "customer-email";
        return blind.of(tenant, purpose, contact.value());
    }
}
