package medflip.sales.read.sales;

import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads sales. */
@Component
class SalesStore {

    private static final ListQuery<SaleItem> LIST = ListQuery.of(
                    "s.*, coalesce(c.name, '') AS customer_name", """
                    sale s LEFT JOIN deal d ON {d.tenant} AND d.id = s.deal_id
                    LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
                    WHERE {s.tenant}""", "s.id", SalesStore::item)
            .sort("-soldOn", "s.sold_on")
            .sort("buyer", "lower(s.buyer)")
            .sort("item", "s.search")
            .sort("proceeds", "s.proceeds")
            .sort("profit", "s.profit");

    private final TenantJdbc tenants;

    SalesStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<SaleItem> page(TenantId tenant, FindSales question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    void forEach(TenantId tenant, FindSales question, @Nullable String sort, Consumer<? super SaleItem> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(question), sort, each));
    }

    List<String> buyers(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT DISTINCT buyer FROM sale WHERE {tenant} ORDER BY buyer")
                        .query(String.class)
                        .list());
    }

    private static Filter filter(FindSales question) {
        return new Filter()
                .and("s.buyer = :buyer", "buyer", question.buyer())
                .and("s.sold_on >= :from", "from", question.from())
                .and("s.sold_on <= :to", "to", question.to())
                .words(question.search(), "s.search", "c.search");
    }

    private static SaleItem item(ResultSet row, int number) throws SQLException {
        return new SaleItem(
                id(row, "id"),
                id(row, "lot_id"),
                id(row, "deal_id"),
                row.getString("customer_name"),
                id(row, "product_id"),
                row.getString("item"),
                row.getString("buyer"),
                row.getInt("quantity"),
                money(row, "proceeds"),
                money(row, "landed_cost"),
                money(row, "profit"),
                date(row, "sold_on"));
    }
}
