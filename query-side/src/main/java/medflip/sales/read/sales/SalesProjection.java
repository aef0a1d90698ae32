package medflip.sales.read.sales;

import medflip.inventory.events.LotEvent.LotSold;
import medflip.platform.text.SearchText;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;

/** Fills sales. */
@Projection(processingGroup = SalesProjection.GROUP, tables = "sale")
class SalesProjection {

    static final String GROUP = "sales.sales";

    @EventHandler
    void on(LotSold event, Rows rows) {
        rows.write(
                event.lotId(),
                """
                INSERT INTO sale
                    (tenant_id, lot_id, id, deal_id, product_id, item, buyer, search, quantity, currency, proceeds,
                     landed_cost, sold_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                event.lotId().tenantId(),
                event.lotId(),
                event.saleId(),
                event.dealId(),
                event.productId(),
                event.item(),
                event.buyer(),
                SearchText.fold(event.item(), event.buyer()),
                event.quantity(),
                event.proceeds().currency(),
                event.proceeds().minor(),
                event.landedCost().minor(),
                event.soldOn());
    }
}
