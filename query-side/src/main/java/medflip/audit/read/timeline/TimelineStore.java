package medflip.audit.read.timeline;

import static medflip.platform.web.Columns.constantOrNull;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.command.UndoReason;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what happened, the latest first. */
@Component
class TimelineStore {

    /**
     * A person's own events, those of whoever was merged into them, those of their deals and of what became of the
     * boxes, and what was texted with their numbers: each by its own index.
     */
    private static final String OF_CUSTOMER = """
            (SELECT o.* FROM timeline_entry o WHERE {o.tenant} AND o.customer_id = :subject
             UNION ALL
             SELECT m.* FROM customer c JOIN timeline_entry m ON {m.tenant} AND m.customer_id = c.id
             WHERE {c.tenant} AND c.merged_into = :subject
             UNION ALL
             SELECT e.* FROM deal d JOIN timeline_entry e ON {e.tenant} AND e.deal_id = d.id
             WHERE {d.tenant} AND d.customer_id = :subject
             UNION ALL
             SELECT x.* FROM conversation v JOIN timeline_entry x ON {x.tenant} AND x.conversation_id = v.id
             WHERE {v.tenant} AND v.number IN (
                 SELECT unnest(c.phones) FROM customer c
                 WHERE {c.tenant} AND (c.id = :subject OR c.merged_into = :subject))) t
            WHERE true""";

    /** What a correction of a person changed, and what a text says, is personal: it stands in views of their own. */
    private static final String COLUMNS = """
            t.*, EXISTS (SELECT FROM undone_fact u WHERE {u.tenant} AND u.position = t.position) AS undone,
            (SELECT max(u.reason) FROM undone_fact u WHERE {u.tenant} AND u.undone_by = t.position) AS undo_reason,
            (SELECT c.before FROM customer_change c WHERE {c.tenant} AND c.position = t.position) AS before,
            (SELECT x.body FROM conversation_text x
             WHERE {x.tenant} AND x.conversation_id = t.conversation_id AND x.id = t.text_id) AS text,
            (SELECT c.after FROM customer_change c WHERE {c.tenant} AND c.position = t.position) AS after""";

    private static final ListQuery<Entry> CUSTOMER = list(OF_CUSTOMER);
    private static final ListQuery<Entry> PRODUCT =
            list("timeline_entry t WHERE {t.tenant} AND t.product_id = :subject");
    /** What is booked on a deal or a sale stands there from its beginning, and goes along if it is booked elsewhere. */
    private static final String AND_WHAT_IS_BOOKED_ON_IT = """
             UNION ALL
             SELECT b.* FROM expense x JOIN timeline_entry b ON {b.tenant} AND b.expense_id = x.id
             WHERE {x.tenant} AND x.%1$s = :subject
             UNION ALL
             SELECT m.* FROM mileage_trip x JOIN timeline_entry m ON {m.tenant} AND m.trip_id = x.id
             WHERE {x.tenant} AND x.%1$s = :subject) t
            WHERE true""";

    /** Texts with a deal's person belong to its story from its quote to its end. */
    private static final String AND_WHAT_IS_TEXTED_MEANWHILE = """

             UNION ALL
             SELECT x.* FROM deal d
             JOIN conversation v ON {v.tenant} AND v.number IN (
                 SELECT unnest(c.phones) FROM customer c
                 WHERE {c.tenant} AND (c.id = d.customer_id OR c.merged_into = d.customer_id))
             JOIN timeline_entry x ON {x.tenant} AND x.conversation_id = v.id
             WHERE {d.tenant} AND d.id = :subject AND x.position > (
                 SELECT min(s.position) FROM timeline_entry s WHERE {s.tenant} AND s.deal_id = :subject)
               AND (d.state NOT IN ('CLOSED', 'RETURNED', 'DONATED', 'DECLINED', 'EXPIRED', 'CANCELLED')
                 OR x.position < (
                     SELECT max(s.position) FROM timeline_entry s
                     WHERE {s.tenant} AND s.deal_id = :subject AND s.lot_id IS NULL))""";

    private static final ListQuery<Entry> DEAL =
            list("""
            (SELECT o.* FROM timeline_entry o WHERE {o.tenant} AND o.deal_id = :subject""" + AND_WHAT_IS_TEXTED_MEANWHILE + AND_WHAT_IS_BOOKED_ON_IT.formatted("deal_id"));
    private static final ListQuery<Entry> LOT = list("timeline_entry t WHERE {t.tenant} AND t.lot_id = :subject");
    private static final ListQuery<Entry> SALE = list("""
            (SELECT o.* FROM timeline_entry o WHERE {o.tenant} AND o.sale_id = :subject""" + AND_WHAT_IS_BOOKED_ON_IT.formatted("sale_id"));
    private static final ListQuery<Entry> EXPENSE =
            list("timeline_entry t WHERE {t.tenant} AND t.expense_id = :subject");
    private static final ListQuery<Entry> TRIP = list("timeline_entry t WHERE {t.tenant} AND t.trip_id = :subject");
    private static final ListQuery<Entry> BUYER = list("timeline_entry t WHERE {t.tenant} AND t.buyer_id = :subject");

    private final TenantJdbc tenants;

    TimelineStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<Entry> ofCustomer(TenantId tenant, UUID customer, @Nullable TimelineKind kind, PageRequest request) {
        Filter filter = subject(customer).and("t.event ~ :events", "events", kind == null ? null : kind.events());
        return tenants.read(tenant, queries -> CUSTOMER.page(queries, filter, request));
    }

    Page<Entry> ofProduct(TenantId tenant, UUID product, PageRequest request) {
        return tenants.read(tenant, queries -> PRODUCT.page(queries, subject(product), request));
    }

    /** Also those of its price list; those of the business's own list by the business's id. */
    Page<Entry> ofBuyer(TenantId tenant, UUID buyer, PageRequest request) {
        return tenants.read(tenant, queries -> BUYER.page(queries, subject(buyer), request));
    }

    Page<Entry> ofDeal(TenantId tenant, UUID deal, PageRequest request) {
        return tenants.read(tenant, queries -> DEAL.page(queries, subject(deal), request));
    }

    Page<Entry> ofLot(TenantId tenant, UUID lot, PageRequest request) {
        return tenants.read(tenant, queries -> LOT.page(queries, subject(lot), request));
    }

    Page<Entry> ofSale(TenantId tenant, UUID sale, PageRequest request) {
        return tenants.read(tenant, queries -> SALE.page(queries, subject(sale), request));
    }

    Page<Entry> ofExpense(TenantId tenant, UUID expense, PageRequest request) {
        return tenants.read(tenant, queries -> EXPENSE.page(queries, subject(expense), request));
    }

    Page<Entry> ofTrip(TenantId tenant, UUID trip, PageRequest request) {
        return tenants.read(tenant, queries -> TRIP.page(queries, subject(trip), request));
    }

    private static ListQuery<Entry> list(String from) {
        return ListQuery.of(COLUMNS, from, "t.position", TimelineStore::entry).sort("-position", "t.position");
    }

    private static Filter subject(UUID id) {
        return new Filter().with("subject", id);
    }

    @SuppressWarnings("unchecked") // what a JSON object is read as
    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("position"),
                instant(row, "recorded_at"),
                row.getString("event"),
                row.getString("actor"),
                (Map<String, Object>) Json.value(row.getString("detail"), Map.class),
                idOrNull(row, "deal_id"),
                idOrNull(row, "lot_id"),
                idOrNull(row, "conversation_id"),
                row.getString("text"),
                row.getString("before"),
                row.getString("after"),
                row.getBoolean("undone"),
                constantOrNull(row, "undo_reason", UndoReason.class));
    }
}
