package medflip.reports.read.quotes;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.util.Optional;
import java.util.function.Function;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.reports.read.quotes.QuoteFunnel.FunnelMonth;
import medflip.reports.read.quotes.QuoteGap.CauseGap;
import medflip.reports.read.quotes.QuoteGap.GapCause;
import org.springframework.stereotype.Component;

/** Reads what became of quotes. Purchases from before the books were kept here were never quoted, and are left out. */
@Component
class QuotesStore {

    private final TenantJdbc tenants;

    QuotesStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** Empty while there is no business. */
    Optional<QuoteFunnel> funnel(TenantId tenant, Period period) {
        Filter filter = within("d.dealt_on", period);
        return inCurrency(
                tenant,
                queries -> currency -> QuoteFunnel.of(
                        queries.query(funnel(filter))
                                .param("currency", currency)
                                .params(filter.values())
                                .query((row, number) -> new FunnelMonth(
                                        month(row, "month"),
                                        row.getLong("quoted"),
                                        row.getLong("accepted"),
                                        row.getLong("received"),
                                        row.getLong("bought"),
                                        row.getLong("paid"),
                                        money(row, "quoted_money"),
                                        money(row, "bought_money")))
                                .list(),
                        currency));
    }

    /** Empty while there is no business. */
    Optional<QuoteGap> gap(TenantId tenant, Period period) {
        Filter filter = within("d.agreed_on", period);
        String bought = bought(filter);
        return inCurrency(
                tenant,
                queries -> currency -> queries.query(totals(bought))
                        .param("currency", currency)
                        .params(filter.values())
                        .query((row, number) -> {
                            Money quoted = money(row, "quoted");
                            Money agreed = money(row, "agreed");
                            return new QuoteGap(
                                    quoted,
                                    agreed,
                                    quoted.minus(agreed),
                                    queries.query(causes(bought))
                                            .param("currency", currency)
                                            .params(filter.values())
                                            .query((cause, n) -> new CauseGap(
                                                    constant(cause, "cause", GapCause.class),
                                                    cause.getLong("boxes"),
                                                    money(cause, "gap")))
                                            .list());
                        })
                        .single());
    }

    private <T> Optional<T> inCurrency(TenantId tenant, Function<TenantJdbc.Queries, Function<String, T>> report) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT currency FROM account WHERE {tenant}")
                        .query(String.class)
                        .optional()
                        .map(report.apply(queries)));
    }

    private static Filter within(String day, Period period) {
        return new Filter().and(day + " >= :from", "from", period.from()).and(day + " <= :to", "to", period.to());
    }

    private static String funnel(Filter filter) {
        return """
            SELECT date_trunc('month', d.dealt_on)::date AS month, d.currency, count(*) AS quoted,
                   count(d.accepted_on) AS accepted, count(d.received_on) AS received, count(d.agreed_on) AS bought,
                   count(*) FILTER (WHERE d.agreed_on IS NOT NULL AND d.owed = 0) AS paid,
                   sum(d.quoted) AS quoted_money, coalesce(sum(d.agreed), 0) AS bought_money
            FROM deal d
            WHERE {d.tenant} AND d.state IS NOT NULL AND NOT d.imported AND d.currency = :currency%s
            GROUP BY 1, 2 ORDER BY 1
            """.formatted(filter.sql());
    }

    private static String bought(Filter filter) {
        return """
            SELECT d.id, d.quoted, d.agreed, d.currency FROM deal d
            WHERE {d.tenant} AND d.agreed_on IS NOT NULL AND NOT d.imported AND d.currency = :currency%s
            """.formatted(filter.sql());
    }

    private static String totals(String bought) {
        return """
            SELECT coalesce(sum(quoted), 0) AS quoted, coalesce(sum(agreed), 0) AS agreed,
                   CAST(:currency AS text) AS currency
            FROM (%s) bought
            """.formatted(bought);
    }

    /** A line's gap is that of its boxes, priced as found, and of those that are missing or too many. */
    private static String causes(String bought) {
        return """
            WITH bought AS (%s), line AS (
                SELECT l.deal_id, l.line, l.quantity, coalesce(l.unit_price, 0) AS unit_price
                FROM deal_line l JOIN bought b ON b.id = l.deal_id WHERE {l.tenant}
            ), found AS (
                SELECT f.deal_id, f.line, f.quantity, f.difference, f.total
                FROM deal_found f JOIN bought b ON b.id = f.deal_id WHERE {f.tenant}
            ), number AS (
                SELECT l.*, l.quantity - coalesce(sum(f.quantity), 0) AS missing
                FROM line l LEFT JOIN found f USING (deal_id, line)
                GROUP BY l.deal_id, l.line, l.quantity, l.unit_price
            ), part (cause, boxes, gap) AS (
                SELECT coalesce(f.difference, 'AS_QUOTED'), f.quantity::bigint, f.quantity * l.unit_price - f.total
                FROM found f JOIN line l USING (deal_id, line)
                UNION ALL
                SELECT CASE WHEN missing > 0 THEN 'MISSING' ELSE 'MORE' END, abs(missing), missing * unit_price
                FROM number WHERE missing <> 0 AND quantity > 0
            )
            SELECT cause, sum(boxes) AS boxes, sum(gap) AS gap, CAST(:currency AS text) AS currency
            FROM part GROUP BY cause ORDER BY sum(gap) DESC, cause
            """.formatted(bought);
    }
}
