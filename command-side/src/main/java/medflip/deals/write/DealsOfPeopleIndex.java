package medflip.deals.write;

import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerId;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.deals.events.DealId;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.platform.tenancy.TenantJdbc;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which deals a person has, whatever became of them. It holds ids only, and follows the deals' events. */
@Component
@ProcessingGroup(DealsOfPeopleIndex.GROUP)
public class DealsOfPeopleIndex {

    public static final String GROUP = "deals.of-people";

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;

    DealsOfPeopleIndex(JdbcClient jdbc, TenantJdbc tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    /**
     * All deals that were begun with a person, but for those that were taken back with the import that brought them.
     */
    public List<DealId> of(CustomerId customer) {
        return tenants.read(
                customer.tenantId(),
                sql -> sql
                        .query("SELECT deal_id FROM write.deal_of_person WHERE {tenant} AND customer_id = :customer")
                        .param("customer", customer.local())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(local -> DealId.of(customer.tenantId(), local))
                        .toList());
    }

    @EventHandler
    void on(QuoteGiven event) {
        add(event.customerId(), event.dealId());
    }

    @EventHandler
    void on(PastDealRecorded event) {
        add(event.customerId(), event.dealId());
    }

    @EventHandler
    void on(PastDealTakenBack event) {
        jdbc.sql("""
                        DELETE FROM write.deal_of_person
                        WHERE tenant_id = :tenant AND customer_id = :customer AND deal_id = :deal
                        """)
                .param("tenant", event.customerId().tenantId().value())
                .param("customer", event.customerId().local())
                .param("deal", event.dealId().local())
                .update();
    }

    @EventHandler
    void on(CustomerErased event) {
        jdbc.sql("DELETE FROM write.deal_of_person WHERE tenant_id = :tenant AND customer_id = :customer")
                .param("tenant", event.customerId().tenantId().value())
                .param("customer", event.customerId().local())
                .update();
    }

    private void add(CustomerId customer, DealId deal) {
        jdbc.sql("""
                        INSERT INTO write.deal_of_person (tenant_id, customer_id, deal_id)
                        VALUES (:tenant, :customer, :deal) ON CONFLICT DO NOTHING
                        """)
                .param("tenant", customer.tenantId().value())
                .param("customer", customer.local())
                .param("deal", deal.local())
                .update();
    }
}
