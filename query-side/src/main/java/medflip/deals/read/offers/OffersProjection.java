package medflip.deals.read.offers;

import medflip.deals.events.DealId;
import medflip.deals.events.InspectionEvent;
import medflip.deals.events.QuoteEvent;
import medflip.deals.events.QuoteEvent.OfferLinkMade;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;

/** Knows which deal a private link leads to. Whatever else happens to an offer ends its link. */
@Projection(processingGroup = OffersProjection.GROUP, tables = "offer_link")
class OffersProjection {

    static final String GROUP = "deals.offers";

    @EventHandler
    void on(QuoteEvent event, Rows rows) {
        end(event.dealId(), rows);
        if (event instanceof OfferLinkMade made) {
            rows.write(
                    made.dealId(),
                    "INSERT INTO offer_link (token_hash, tenant_id, deal_id, good_until) VALUES (?, ?, ?, ?)",
                    made.tokenHash(),
                    made.dealId().tenantId(),
                    made.dealId(),
                    made.goodUntil());
        }
    }

    @EventHandler
    void on(InspectionEvent event, Rows rows) {
        end(event.dealId(), rows);
    }

    private static void end(DealId deal, Rows rows) {
        rows.write(deal, "DELETE FROM offer_link WHERE tenant_id = ? AND deal_id = ?", deal.tenantId(), deal);
    }
}
