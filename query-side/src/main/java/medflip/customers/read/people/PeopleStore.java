package medflip.customers.read.people;

import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.kernel.PostalAddress;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads people. */
@Component
class PeopleStore {

    private static final String COLUMNS = "c.*, a.currency";
    /** The sums are in the business's currency: a person without a deal has sums as well. */
    private static final String FROM =
            "customer c JOIN account a ON {a.tenant} WHERE {c.tenant} AND c.registered_at IS NOT NULL";

    private static final ListQuery<CustomerItem> LIST = ListQuery.of(COLUMNS, FROM, "c.id", PeopleStore::item)
            .sort("name", "c.sort_name")
            .sort("lastDealOn", "c.last_deal_on")
            .sort("deals", "c.deals")
            .sort("paid", "c.paid")
            .sort("profit", "c.profit")
            .sort("registeredAt", "c.registered_at");

    private final TenantJdbc tenants;

    PeopleStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<CustomerItem> page(TenantId tenant, FindPeople question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    void forEach(TenantId tenant, FindPeople question, @Nullable String sort, Consumer<? super CustomerItem> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(question), sort, each));
    }

    Optional<Customer> customer(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT " + COLUMNS + " FROM " + FROM + " AND c.id = :id")
                        .param("id", id)
                        .query((row, number) -> new Customer(
                                item(row, number),
                                Json.valueOrNull(row.getString("address"), PostalAddress.class),
                                row.getString("note")))
                        .optional());
    }

    List<String> leadSources(TenantId tenant) {
        return tenants.read(
                tenant, queries -> queries.query("""
                        SELECT DISTINCT lead_source FROM customer
                        WHERE {tenant} AND lead_source IS NOT NULL ORDER BY lead_source
                        """).query(String.class).list());
    }

    private static Filter filter(FindPeople question) {
        return new Filter()
                .and("c.archived = :archived", "archived", Boolean.TRUE.equals(question.archived()))
                .and("c.lead_source = :leadSource", "leadSource", question.leadSource())
                .words(question.search(), "c.search");
    }

    private static CustomerItem item(ResultSet row, int number) throws SQLException {
        return new CustomerItem(
                id(row, "id"),
                row.getString("name"),
                texts(row, "phones"),
                texts(row, "emails"),
                row.getString("lead_source"),
                row.getBoolean("archived"),
                row.getInt("deals"),
                row.getInt("boxes"),
                money(row, "paid"),
                money(row, "proceeds"),
                money(row, "profit"),
                dateOrNull(row, "last_deal_on"),
                instant(row, "registered_at"),
                row.getLong("version"));
    }
}
