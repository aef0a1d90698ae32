package medflip.inventory.read.stock;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.catalog.events.Grade;
import medflip.inventory.read.stock.Lot.LotSale;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads lots. */
@Component
class StockStore {

    private static final String COLUMNS = "t.*, coalesce(c.name, '') AS customer_name";
    private static final String FROM = """
            lot t LEFT JOIN deal d ON {d.tenant} AND d.id = t.deal_id
            LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
            WHERE {t.tenant}""";

    private static final ListQuery<LotItem> LIST = ListQuery.of(COLUMNS, FROM, "t.id", StockStore::item)
            .sort("expiry", "t.expiry")
            .sort("item", "t.search")
            .sort("stockedOn", "t.stocked_on")
            .sort("onHand", "t.on_hand")
            .sort("costOnHand", "t.cost_on_hand");

    private final TenantJdbc tenants;

    StockStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<LotItem> page(TenantId tenant, FindStock question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    void forEach(TenantId tenant, FindStock question, @Nullable String sort, Consumer<? super LotItem> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(question), sort, each));
    }

    Optional<Lot> lot(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT " + COLUMNS + " FROM " + FROM + " AND t.id = :id")
                        .param("id", id)
                        .query((row, number) -> new Lot(item(row, number), sales(queries, id)))
                        .optional());
    }

    private static List<LotSale> sales(TenantJdbc.Queries queries, UUID lot) {
        return queries.query("SELECT * FROM sale WHERE {tenant} AND lot_id = :lot ORDER BY sold_on, id")
                .param("lot", lot)
                .query((row, number) -> new LotSale(
                        id(row, "id"),
                        id(row, "lot_id"),
                        row.getString("item"),
                        row.getString("buyer"),
                        row.getInt("quantity"),
                        money(row, "proceeds"),
                        money(row, "landed_cost"),
                        money(row, "profit"),
                        date(row, "sold_on")))
                .list();
    }

    private static Filter filter(FindStock question) {
        Filter filter = new Filter().words(question.search(), "t.search", "c.search");
        return Boolean.FALSE.equals(question.onHand()) ? filter : filter.and("t.on_hand > 0");
    }

    private static LotItem item(ResultSet row, int number) throws SQLException {
        return new LotItem(
                id(row, "id"),
                id(row, "deal_id"),
                row.getString("customer_name"),
                id(row, "product_id"),
                row.getString("item"),
                month(row, "expiry"),
                constant(row, "grade", Grade.class),
                row.getInt("stocked"),
                row.getInt("on_hand"),
                money(row, "landed_cost"),
                money(row, "cost_on_hand"),
                date(row, "stocked_on"),
                row.getLong("version"));
    }
}
