package medflip.customers.read.people;

import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.instant;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import medflip.customers.events.Contact;
import medflip.customers.events.Place;
import medflip.customers.read.people.ChosenPeople.ChosenPerson;
import medflip.customers.read.people.Customer.FieldValue;
import medflip.customers.read.people.Customer.OnePerson;
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

    /** What the lead source is called now. */
    private static final String LEAD_SOURCE = "coalesce(l.shown, c.lead_source)";

    private static final String COLUMNS = "c.*, a.currency, " + LEAD_SOURCE + " AS lead_source_now";
    /** The sums are in the business's currency: a person without a deal has sums as well. */
    private static final String FROM = """
            customer c JOIN account a ON {a.tenant}
            LEFT JOIN lead_source_name l ON {l.tenant} AND l.name = c.lead_source
            WHERE {c.tenant} AND c.registered_at IS NOT NULL""";

    private static final ListQuery<CustomerItem> LIST = ListQuery.of(
                    COLUMNS, FROM + " AND c.merged_into IS NULL AND NOT c.erased", "c.id", PeopleStore::item)
            .sort("name", "c.sort_name")
            .sort("lastDealOn", "c.last_deal_on")
            .sort("deals", "c.deals")
            .sort("paid", "c.paid")
            .sort("profit", "c.profit")
            .sort("registeredAt", "c.registered_at");

    /** As many as anybody does the same step to at once. */
    private static final int CHOSEN_MAX = 5_000;

    private final TenantJdbc tenants;

    PeopleStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<CustomerItem> page(TenantId tenant, FindPeople question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    ChosenPeople chosen(TenantId tenant, FindPeople question) {
        Filter filter = filter(question);
        return tenants.read(
                tenant,
                queries -> new ChosenPeople(
                        LIST.first(queries, filter, CHOSEN_MAX).stream()
                                .map(person -> new ChosenPerson(person.id(), person.name(), person.version()))
                                .toList(),
                        LIST.count(queries, filter)));
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
                                contacts(row),
                                List.of(Json.value(row.getString("addresses"), Place[].class)),
                                fields(row),
                                row.getString("do_not_buy"),
                                row.getBoolean("erased"),
                                idOrNull(row, "merged_into") == null
                                        ? null
                                        : one(queries, "id = :id", idOrNull(row, "merged_into"))
                                                .findFirst()
                                                .orElse(null),
                                one(queries, "merged_into = :id", id).toList()))
                        .optional());
    }

    private static Stream<OnePerson> one(TenantJdbc.Queries queries, String condition, @Nullable UUID id) {
        return queries
                .query("""
                        SELECT id, name, contacts, do_not_buy, version FROM customer
                        WHERE {tenant} AND registered_at IS NOT NULL AND\s""" + condition + " ORDER BY sort_name, id")
                .param("id", id)
                .query((row, number) -> new OnePerson(
                        id(row, "id"),
                        row.getString("name"),
                        contacts(row),
                        row.getString("do_not_buy"),
                        row.getLong("version")))
                .list()
                .stream();
    }

    private static List<Contact> contacts(ResultSet row) throws SQLException {
        return List.of(Json.value(row.getString("contacts"), Contact[].class));
    }

    private static List<FieldValue> fields(ResultSet row) throws SQLException {
        Map<?, ?> fields = Json.value(row.getString("fields"), Map.class);
        return fields.entrySet().stream()
                .map(field -> new FieldValue(UUID.fromString((String) field.getKey()), (String) field.getValue()))
                .sorted(Comparator.comparing(FieldValue::fieldId))
                .toList();
    }

    /** Those in use and those that were planned, as they are called now. */
    List<String> leadSources(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT DISTINCT " + LEAD_SOURCE + """
                         AS source FROM customer c
                        LEFT JOIN lead_source_name l ON {l.tenant} AND l.name = c.lead_source
                        WHERE {c.tenant} AND c.lead_source IS NOT NULL
                        UNION SELECT n.shown FROM lead_source_name n WHERE {n.tenant}
                        ORDER BY 1
                        """)
                        .query(String.class)
                        .list());
    }

    private static Filter filter(FindPeople question) {
        return new Filter()
                .and("c.archived = :archived", "archived", Boolean.TRUE.equals(question.archived()))
                .and(LEAD_SOURCE + " = :leadSource", "leadSource", question.leadSource())
                .and(
                        ":tag = ANY (c.tags)",
                        "tag",
                        question.tag() == null ? null : question.tag().toString())
                .and("(c.do_not_buy IS NOT NULL) = :doNotBuy", "doNotBuy", question.doNotBuy())
                .among("c.id", question.ids())
                .words(question.search(), "c.search");
    }

    private static CustomerItem item(ResultSet row, int number) throws SQLException {
        return new CustomerItem(
                id(row, "id"),
                row.getString("name"),
                texts(row, "phones"),
                texts(row, "emails"),
                row.getString("lead_source_now"),
                texts(row, "tags").stream().map(UUID::fromString).toList(),
                row.getString("do_not_buy") != null,
                row.getBoolean("restricted"),
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
