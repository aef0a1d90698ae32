package medflip.messaging.write;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.kernel.PhoneNumber;
import medflip.messaging.events.ConversationId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which people in the books have which number. It holds ids and keyed hashes only. */
@Component
@ProcessingGroup(NumberHolderIndex.GROUP)
public class NumberHolderIndex {

    public static final String GROUP = "messaging.number-holders";

    private final JdbcClient jdbc;
    private final Conversations conversations;

    NumberHolderIndex(JdbcClient jdbc, Conversations conversations) {
        this.jdbc = jdbc;
        this.conversations = conversations;
    }

    List<CustomerId> of(ConversationId conversation) {
        return jdbc.sql("""
                        SELECT customer_id FROM write.number_holder
                        WHERE tenant_id = :tenant AND conversation_id = :conversation ORDER BY customer_id
                        """)
                .param("tenant", conversation.tenantId().value())
                .param("conversation", conversation.local())
                .query((row, number) ->
                        CustomerId.of(conversation.tenantId(), row.getObject("customer_id", UUID.class)))
                .list();
    }

    /** The conversations with all numbers of a person, by one of their cards. */
    public List<ConversationId> conversationsOf(CustomerId card) {
        return jdbc.sql("""
                        SELECT conversation_id FROM write.number_holder
                        WHERE tenant_id = :tenant AND customer_id = :customer ORDER BY conversation_id
                        """)
                .param("tenant", card.tenantId().value())
                .param("customer", card.local())
                .query((row, number) ->
                        ConversationId.of(card.tenantId(), row.getObject("conversation_id", UUID.class)))
                .list();
    }

    @EventHandler
    void on(CustomerRegistered event) {
        add(event.customerId(), event.phones().stream().map(PhoneNumber::value));
    }

    @EventHandler
    void on(ContactsAdded event) {
        add(event.customerId(), event.phones().stream().map(PhoneNumber::value));
    }

    @EventHandler
    void on(ContactsCorrected event) {
        remove(event.customerId());
        add(
                event.customerId(),
                event.contacts().stream()
                        .filter(contact -> contact.kind() == ContactKind.PHONE)
                        .map(Contact::value));
    }

    @EventHandler
    void on(CustomerErased event) {
        remove(event.customerId());
    }

    /** What was erased isn't a number any more. */
    private void add(CustomerId customer, Stream<String> numbers) {
        numbers.filter(number -> number.startsWith("+"))
                .forEach(number -> jdbc.sql("""
                        INSERT INTO write.number_holder (tenant_id, conversation_id, customer_id)
                        VALUES (:tenant, :conversation, :customer) ON CONFLICT DO NOTHING
                        """)
                        .param("tenant", customer.tenantId().value())
                        .param(
                                "conversation",
                                conversations
                                        .with(customer.tenantId(), new PhoneNumber(number))
                                        .local())
                        .param("customer", customer.local())
                        .update());
    }

    private void remove(CustomerId customer) {
        jdbc.sql("DELETE FROM write.number_holder WHERE tenant_id = :tenant AND customer_id = :customer")
                .param("tenant", customer.tenantId().value())
                .param("customer", customer.local())
                .update();
    }
}
