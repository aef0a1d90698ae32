package medflip.catalog.read.prices;

import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricesWithdrawn;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.ProductId;
import medflip.platform.view.Json;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Fills price lists, their versions and what these say. */
@Projection(
        processingGroup = PricesProjection.GROUP,
        tables = {"price_list", "price_list_version", "price_line"})
class PricesProjection {

    static final String GROUP = "catalog.prices";

    /** A line's row: each line has one of its own, so that those of a long list are written together. */
    private record Priced(PriceListId list, int version, ProductId product) {}

    @EventHandler
    void on(PricesPublished event, @SequenceNumber long version, Recorded recorded, Rows rows) {
        PriceListId list = event.priceListId();
        rows.write(list, """
                INSERT INTO price_list (tenant_id, id, latest, version) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant_id, id) DO UPDATE SET latest = excluded.latest, version = excluded.version
                """, list.tenantId(), list, event.version(), version);
        rows.write(
                list,
                """
                INSERT INTO price_list_version
                    (tenant_id, list_id, version, effective_from, grades, channels, products, published_at,
                     published_by)
                VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
                """,
                list.tenantId(),
                list,
                event.version(),
                event.effectiveFrom(),
                Json.text(event.prices().grades()),
                Json.text(event.prices().channels()),
                event.prices().lines().size(),
                recorded.at(),
                recorded.actor());
        for (PriceLine line : event.prices().lines()) {
            rows.write(
                    new Priced(list, event.version(), line.productId()),
                    """
                    INSERT INTO price_line (tenant_id, list_id, version, product_id, tiers)
                    VALUES (?, ?, ?, ?, ?::jsonb)
                    """,
                    list.tenantId(),
                    list,
                    event.version(),
                    line.productId(),
                    Json.text(line.tiers()));
        }
    }

    @EventHandler
    void on(PricesWithdrawn event, @SequenceNumber long version, Rows rows) {
        PriceListId list = event.priceListId();
        rows.write(
                list,
                "UPDATE price_list SET version = ? WHERE tenant_id = ? AND id = ?",
                version,
                list.tenantId(),
                list);
        rows.write(
                list,
                "UPDATE price_list_version SET withdrawn = true WHERE tenant_id = ? AND list_id = ? AND version = ?",
                list.tenantId(),
                list,
                event.version());
    }

    @EventHandler
    void on(PricingRulesSet event, @SequenceNumber long version, Rows rows) {
        PriceListId list = event.priceListId();
        rows.write(
                list,
                """
                INSERT INTO price_list (tenant_id, id, month_count, minimum_margin, version) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (tenant_id, id) DO UPDATE SET
                    month_count = excluded.month_count, minimum_margin = excluded.minimum_margin,
                    version = excluded.version
                """,
                list.tenantId(),
                list,
                event.rules().monthCount(),
                event.rules().minimumMargin(),
                version);
    }
}
