package medflip.inventory.read.value;

import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.money;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import medflip.inventory.read.value.InventoryHistory.InventoryPoint;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.BusinessDay;
import medflip.platform.tenancy.TenantJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds up what came and went until a day, by the day on which it happened and not on which it was written down. */
@Component
class HistoryStore {

    private static final int POINTS = 60;

    private final TenantJdbc tenants;
    private final Clock clock;

    HistoryStore(TenantJdbc tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** At most sixty days at equal distances, the first and the last of the period among them. */
    Optional<InventoryHistory> between(TenantId tenant, @Nullable LocalDate from, @Nullable LocalDate to) {
        return tenants.read(tenant, queries -> {
            LocalDate last = to == null ? BusinessDay.today(queries, clock) : to;
            LocalDate first = from == null ? firstDay(queries, last) : from;
            long step = Math.max(1, Math.ceilDiv(first.until(last, java.time.temporal.ChronoUnit.DAYS), POINTS));
            return currency(queries)
                    .map(currency -> new InventoryHistory(queries.query("""
                                    WITH day AS MATERIALIZED (
                                        SELECT moved_on, sum(boxes) AS boxes, sum(cost) AS cost FROM stock_day
                                        WHERE {tenant} AND moved_on <= :last AND currency = :currency GROUP BY moved_on
                                    ), book AS MATERIALIZED (
                                        SELECT moved_on, sum(boxes) OVER (ORDER BY moved_on) AS boxes,
                                               sum(cost) OVER (ORDER BY moved_on) AS cost FROM day
                                    ), point AS (
                                        SELECT greatest(:first, :last - n * :step::integer) AS moved_on
                                        FROM generate_series(0, ceil((:last - :first)::numeric / :step)::integer) n
                                    )
                                    SELECT p.moved_on, :currency::text AS currency,
                                           coalesce(b.boxes, 0) AS boxes, coalesce(b.cost, 0) AS cost
                                    FROM point p LEFT JOIN LATERAL (
                                        SELECT boxes, cost FROM book WHERE book.moved_on <= p.moved_on
                                        ORDER BY book.moved_on DESC LIMIT 1) b ON true
                                    ORDER BY p.moved_on
                                    """)
                            .param("first", first)
                            .param("last", last)
                            .param("step", step)
                            .param("currency", currency)
                            .query((row, number) ->
                                    new InventoryPoint(date(row, "moved_on"), row.getLong("boxes"), money(row, "cost")))
                            .list()));
        });
    }

    /** When the first boxes came, if they came until then. */
    private static LocalDate firstDay(TenantJdbc.Queries queries, LocalDate last) {
        return queries.query("SELECT least(min(moved_on), :last) AS day FROM stock_day WHERE {tenant} AND boxes <> 0")
                .param("last", last)
                .query((row, number) -> date(row, "day"))
                .single();
    }

    private static Optional<String> currency(TenantJdbc.Queries queries) {
        return queries.query("SELECT currency FROM account WHERE {tenant}")
                .query(String.class)
                .optional();
    }
}
