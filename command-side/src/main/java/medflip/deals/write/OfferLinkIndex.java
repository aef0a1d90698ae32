package medflip.deals.write;

import java.util.Optional;
import java.util.UUID;
import medflip.deals.events.DealId;
import medflip.deals.events.InspectionEvent;
import medflip.deals.events.QuoteEvent;
import medflip.deals.events.QuoteEvent.OfferLinkMade;
import medflip.kernel.TenantId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the deal that a private link is for, over all businesses: whose it is, the link's own row says. */
@Component
@ProcessingGroup("deals.offer-links")
class OfferLinkIndex {

    record OfferLink(DealId deal, UUID linkId) {}

    private final JdbcClient jdbc;

    OfferLinkIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OfferLink> find(String tokenHash) {
        return jdbc.sql("SELECT tenant_id, deal_id, link_id FROM write.offer_link WHERE token_hash = :hash")
                .param("hash", tokenHash)
                .query((row, number) -> new OfferLink(
                        DealId.of(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("deal_id", UUID.class)),
                        row.getObject("link_id", UUID.class)))
                .optional();
    }

    /** Whatever else happens to an offer ends its link. */
    @EventHandler
    void on(QuoteEvent event) {
        remove(event.dealId());
        if (event instanceof OfferLinkMade made) {
            jdbc.sql("""
                            INSERT INTO write.offer_link (token_hash, tenant_id, deal_id, link_id)
                            VALUES (:hash, :tenant, :deal, :link)
                            """)
                    .param("hash", made.tokenHash())
                    .param("tenant", made.dealId().tenantId().value())
                    .param("deal", made.dealId().local())
                    .param("link", made.linkId())
                    .update();
        }
    }

    /** So does whatever happens to a re-quote. */
    @EventHandler
    void on(InspectionEvent event) {
        remove(event.dealId());
    }

    private void remove(DealId deal) {
        jdbc.sql("DELETE FROM write.offer_link WHERE tenant_id = :tenant AND deal_id = :deal")
                .param("tenant", deal.tenantId().value())
                .param("deal", deal.local())
                .update();
    }
}
