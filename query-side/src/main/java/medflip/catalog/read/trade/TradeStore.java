package medflip.catalog.read.trade;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.util.Optional;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.read.trade.ProductTrade.ProductBoxes;
import medflip.catalog.read.trade.ProductTrade.ProductPurchase;
import medflip.catalog.read.trade.ProductTrade.ProductSale;
import medflip.catalog.read.trade.ProductTrade.ProductSold;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads how a product did. Parts that were split off lots came with those, and count once. */
@Component
class TradeStore {

    private static final int SHOWN = 10;

    private static final RowMapper<ProductBoxes> BOXES =
            (row, number) -> new ProductBoxes(row.getLong("boxes"), money(row, "cost"));

    private final TenantJdbc tenants;

    TradeStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** Empty if there is no such product. */
    Optional<ProductTrade> trade(TenantId tenant, UUID product) {
        return tenants.read(
                tenant,
                queries -> queries.query("""
                                SELECT a.currency FROM product p JOIN account a ON {a.tenant}
                                WHERE {p.tenant} AND p.id = :product
                                """)
                        .param("product", product)
                        .query(String.class)
                        .optional()
                        .map(currency -> trade(queries, product, currency)));
    }

    private static ProductTrade trade(TenantJdbc.Queries queries, UUID product, String currency) {
        return new ProductTrade(
                queries.query("""
                                SELECT coalesce(sum(stocked), 0) AS boxes, coalesce(sum(landed_cost), 0) AS cost,
                                       CAST(:currency AS text) AS currency
                                FROM lot WHERE {tenant} AND product_id = :product AND currency = :currency
                                  AND split_off IS NULL
                                """)
                        .param("product", product)
                        .param("currency", currency)
                        .query(BOXES)
                        .single(),
                queries.query("""
                                SELECT coalesce(sum(on_hand), 0) AS boxes, coalesce(sum(cost_on_hand), 0) AS cost,
                                       CAST(:currency AS text) AS currency
                                FROM lot WHERE {tenant} AND product_id = :product AND currency = :currency
                                """)
                        .param("product", product)
                        .param("currency", currency)
                        .query(BOXES)
                        .single(),
                queries.query("""
                                SELECT coalesce(sum(quantity), 0) AS boxes, coalesce(sum(proceeds), 0) AS proceeds,
                                       coalesce(sum(landed_cost), 0) AS cost, coalesce(sum(profit), 0) AS profit,
                                       CAST(:currency AS text) AS currency
                                FROM sold_lot WHERE {tenant} AND product_id = :product AND currency = :currency
                                """)
                        .param("product", product)
                        .param("currency", currency)
                        .query((row, number) -> new ProductSold(
                                row.getLong("boxes"), money(row, "proceeds"), money(row, "cost"), money(row, "profit")))
                        .single(),
                queries.query("""
                                SELECT t.*, coalesce(c.name, '') AS customer_name
                                FROM lot t LEFT JOIN deal d ON {d.tenant} AND d.id = t.deal_id
                                LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
                                WHERE {t.tenant} AND t.product_id = :product AND t.split_off IS NULL
                                ORDER BY t.stocked_on DESC, t.id LIMIT :shown
                                """)
                        .param("product", product)
                        .param("shown", SHOWN)
                        .query((row, number) -> new ProductPurchase(
                                id(row, "id"),
                                id(row, "deal_id"),
                                row.getString("customer_name"),
                                date(row, "stocked_on"),
                                month(row, "expiry"),
                                constant(row, "grade", Grade.class),
                                row.getInt("stocked"),
                                row.getInt("on_hand"),
                                money(row, "landed_cost")))
                        .list(),
                queries.query("""
                                SELECT l.*, s.invoice_number
                                FROM sold_lot l LEFT JOIN sale s ON {s.tenant} AND s.id = l.sale_id
                                WHERE {l.tenant} AND l.product_id = :product
                                ORDER BY l.sold_on DESC, l.sale_id, l.lot_id LIMIT :shown
                                """)
                        .param("product", product)
                        .param("shown", SHOWN)
                        .query((row, number) -> new ProductSale(
                                id(row, "sale_id"),
                                id(row, "lot_id"),
                                row.getString("buyer"),
                                date(row, "sold_on"),
                                row.getObject("invoice_number", Integer.class),
                                row.getInt("quantity"),
                                money(row, "proceeds"),
                                money(row, "profit")))
                        .list());
    }
}
