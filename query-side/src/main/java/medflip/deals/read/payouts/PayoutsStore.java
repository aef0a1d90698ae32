package medflip.deals.read.payouts;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import medflip.deals.events.PayoutMethod;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads payouts. */
@Component
class PayoutsStore {

    /** Payouts, and for each deal the part of what is owed that nobody has planned yet. */
    private static final String PAYOUTS = """
            (SELECT o.tenant_id, o.id, o.deal_id,
                    CASE o.state WHEN 'CONFIRMED' THEN 'SETTLED' ELSE o.state END AS stage, o.amount, o.fee,
                    o.currency, o.method, o.reference, o.remark, o.paid_on AS dated_on,
                    coalesce(o.confirmed_on, o.failed_on) AS ended_on
             FROM payout o WHERE {o.tenant}
             UNION ALL
             SELECT w.tenant_id, w.id, w.id, 'DUE', w.owed - w.planned, 0, w.currency, NULL, NULL, NULL, w.agreed_on,
                    NULL
             FROM (SELECT u.tenant_id, u.id, u.owed, u.currency, u.agreed_on,
                          (SELECT coalesce(sum(r.amount), 0) FROM payout r
                           WHERE {r.tenant} AND r.deal_id = u.id AND r.state = 'PLANNED') AS planned
                   FROM deal u WHERE {u.tenant} AND u.owed > 0) w
             WHERE w.owed > w.planned) p""";

    private static final String FROM = PAYOUTS + """
             LEFT JOIN deal d ON {d.tenant} AND d.id = p.deal_id
            LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
            WHERE true""";

    private static final ListQuery<PayoutItem> LIST = ListQuery.of(
                    "p.*, d.customer_id, d.items, coalesce(c.name, '') AS customer_name",
                    FROM,
                    "p.id",
                    PayoutsStore::item)
            .sort("-date", "p.dated_on")
            .sort("customerName", "c.sort_name")
            .sort("stage", "p.stage")
            .sort("amount", "p.amount")
            .scanned();

    private final TenantJdbc tenants;

    PayoutsStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<PayoutItem> page(TenantId tenant, FindPayouts question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    void forEach(TenantId tenant, FindPayouts question, @Nullable String sort, Consumer<? super PayoutItem> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(question), sort, each));
    }

    /** In the business's currency, one for each stage; empty while there is no business. */
    Optional<List<PayoutSum>> sums(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT currency FROM account WHERE {tenant}")
                        .query(String.class)
                        .optional()
                        .map(currency -> sums(queries, currency)));
    }

    private static List<PayoutSum> sums(TenantJdbc.Queries queries, String currency) {
        Map<PayoutStage, PayoutSum> sums = new EnumMap<>(PayoutStage.class);
        queries.query("SELECT p.stage, count(*) AS payouts, sum(p.amount) AS amount, p.currency FROM " + PAYOUTS
                        + " WHERE p.currency = :currency GROUP BY p.stage, p.currency")
                .param("currency", currency)
                .query((row, number) -> new PayoutSum(
                        constant(row, "stage", PayoutStage.class), row.getLong("payouts"), money(row, "amount")))
                .list()
                .forEach(sum -> sums.put(sum.stage(), sum));
        return Stream.of(PayoutStage.values())
                .map(stage -> sums.getOrDefault(stage, new PayoutSum(stage, 0, Money.zero(currency))))
                .toList();
    }

    private static Filter filter(FindPayouts question) {
        return new Filter()
                .and("p.stage = :stage", "stage", question.stage())
                .and("p.method = :method", "method", question.method())
                .and("p.dated_on >= :from", "from", question.from())
                .and("p.dated_on <= :to", "to", question.to())
                .among("p.id", question.ids())
                .elsewhere("d.customer_id", "SELECT w.id FROM customer w WHERE {w.tenant} AND w.search LIKE :word")
                .words(question.search(), "d.search");
    }

    private static PayoutItem item(ResultSet row, int number) throws SQLException {
        return new PayoutItem(
                id(row, "id"),
                id(row, "deal_id"),
                id(row, "customer_id"),
                row.getString("customer_name"),
                row.getString("items"),
                constant(row, "stage", PayoutStage.class),
                money(row, "amount"),
                money(row, "fee"),
                row.getString("method") == null ? null : constant(row, "method", PayoutMethod.class),
                row.getString("reference"),
                row.getString("remark"),
                date(row, "dated_on"),
                dateOrNull(row, "ended_on"));
    }
}
