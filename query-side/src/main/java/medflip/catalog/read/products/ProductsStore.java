package medflip.catalog.read.products;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.catalog.events.Channel;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads products. */
@Component
class ProductsStore {

    private static final String FROM = "product p WHERE {p.tenant}";

    private static final ListQuery<Product> LIST = ListQuery.of("p.*", FROM, "p.id", ProductsStore::product)
            .sort("name", "p.sort_name")
            .sort("category", "lower(p.category)")
            .sort("manufacturer", "lower(p.manufacturer)")
            .sort("count", "p.count")
            .sort("channel", "p.channel");

    private final TenantJdbc tenants;

    ProductsStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<Product> page(TenantId tenant, FindProducts question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    void forEach(TenantId tenant, FindProducts question, @Nullable String sort, Consumer<? super Product> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(question), sort, each));
    }

    Optional<Product> product(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM " + FROM + " AND p.id = :id")
                        .param("id", id)
                        .query(ProductsStore::product)
                        .optional());
    }

    List<String> categories(TenantId tenant) {
        return tenants.read(
                tenant, queries -> queries.query("""
                        SELECT DISTINCT category FROM product WHERE {tenant} AND category IS NOT NULL ORDER BY category
                        """).query(String.class).list());
    }

    private static Filter filter(FindProducts question) {
        return new Filter()
                .and("p.category = :category", "category", question.category())
                .and("p.channel = :channel", "channel", question.channel())
                .and("p.retired = :retired", "retired", Boolean.TRUE.equals(question.retired()))
                .among("p.id", question.ids())
                .beginnings(question.search(), "p.search");
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                id(row, "id"),
                row.getString("name"),
                row.getString("category"),
                row.getString("manufacturer"),
                row.getString("brand"),
                row.getString("line"),
                row.getObject("count", Integer.class),
                row.getString("unit"),
                row.getString("code"),
                constant(row, "channel", Channel.class),
                row.getBoolean("imported"),
                row.getBoolean("retired"),
                row.getLong("version"));
    }
}
