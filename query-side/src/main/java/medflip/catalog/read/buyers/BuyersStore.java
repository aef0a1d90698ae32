package medflip.catalog.read.buyers;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads buyers. */
@Component
class BuyersStore {

    private static final String FROM = "buyer b WHERE {b.tenant}";

    private static final ListQuery<Buyer> LIST = ListQuery.of("b.*", FROM, "b.id", BuyersStore::buyer)
            .sort("name", "b.sort_name")
            .sort("minimumMonths", "b.minimum_months")
            .sort("paymentDays", "b.payment_days");

    private final TenantJdbc tenants;

    BuyersStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<Buyer> page(TenantId tenant, FindBuyers question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    void forEach(TenantId tenant, FindBuyers question, @Nullable String sort, Consumer<? super Buyer> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(question), sort, each));
    }

    Optional<Buyer> buyer(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM " + FROM + " AND b.id = :id")
                        .param("id", id)
                        .query(BuyersStore::buyer)
                        .optional());
    }

    private static Filter filter(FindBuyers question) {
        return new Filter()
                .and("b.retired = :retired", "retired", Boolean.TRUE.equals(question.retired()))
                .words(question.search(), "b.search");
    }

    private static Buyer buyer(ResultSet row, int number) throws SQLException {
        return new Buyer(
                id(row, "id"),
                row.getString("name"),
                row.getString("contact"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("note"),
                row.getInt("minimum_months"),
                texts(row, "grades").stream().map(Grade::valueOf).toList(),
                texts(row, "channels").stream().map(Channel::valueOf).toList(),
                row.getInt("deduction"),
                constant(row, "price_fixed", PriceFixed.class),
                row.getInt("payment_days"),
                row.getBoolean("retired"),
                row.getLong("version"));
    }
}
