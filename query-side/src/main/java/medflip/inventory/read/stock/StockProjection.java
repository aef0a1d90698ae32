package medflip.inventory.read.stock;

import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.platform.text.SearchText;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Fills lots. */
@Projection(processingGroup = StockProjection.GROUP, tables = "lot")
class StockProjection {

    static final String GROUP = "inventory.stock";

    @EventHandler
    void on(LotStocked event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.lotId(),
                """
                INSERT INTO lot
                    (tenant_id, id, deal_id, product_id, item, search, expiry, grade, stocked, on_hand, currency,
                     landed_cost, cost_on_hand, stocked_on, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                event.lotId().tenantId(),
                event.lotId(),
                event.dealId(),
                event.productId(),
                event.item(),
                SearchText.fold(event.item()),
                event.expiry(),
                event.grade(),
                event.quantity(),
                event.quantity(),
                event.landedCost().currency(),
                event.landedCost().minor(),
                event.landedCost().minor(),
                event.stockedOn(),
                version);
    }

    @EventHandler
    void on(LotSold event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.lotId(),
                """
                UPDATE lot SET on_hand = on_hand - ?, cost_on_hand = cost_on_hand - ?, proceeds = proceeds + ?,
                    version = ?
                WHERE tenant_id = ? AND id = ?
                """,
                event.quantity(),
                event.landedCost().minor(),
                event.proceeds().minor(),
                version,
                event.lotId().tenantId(),
                event.lotId());
    }
}
