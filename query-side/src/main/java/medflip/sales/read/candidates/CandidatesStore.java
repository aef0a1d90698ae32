package medflip.sales.read.candidates;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PricingRules;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.BusinessDay;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.sales.read.candidates.Candidate.Obstacle;
import org.springframework.stereotype.Component;

/**
 * Reads which boxes a sale could take. What it says is advice: the lots themselves decide when the sale is confirmed.
 */
@Component
class CandidatesStore {

    private static final UUID NO_SALE = new UUID(0, 0);

    private static final String ON_HAND = """
            (SELECT t.*, t.on_hand - t.set_aside + coalesce(a.boxes, 0) AS free,
                    round(t.cost_on_hand::numeric / t.on_hand) AS unit_cost,
                    CASE WHEN t.hold IS NOT NULL THEN 'ON_HOLD' WHEN t.expiry < :month THEN 'EXPIRED'
                         WHEN t.expiry < :earliest THEN 'EXPIRES_TOO_SOON'
                         WHEN t.on_hand - t.set_aside + coalesce(a.boxes, 0) = 0 THEN 'SET_ASIDE' END AS obstacle
             FROM lot t LEFT JOIN boxes_set_aside a
                 ON {a.tenant} AND a.lot_id = t.id AND a.sale_id = :sale
             WHERE {t.tenant} AND t.on_hand > 0) c
            WHERE true""";

    private final TenantJdbc tenants;
    private final Clock clock;

    CandidatesStore(TenantJdbc tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Item by item, those that expire first in front. */
    Page<Candidate> page(TenantId tenant, FindCandidates question, PageRequest request) {
        return tenants.read(tenant, queries -> {
            LocalDate day = question.shipOn() == null ? BusinessDay.today(queries, clock) : question.shipOn();
            MonthCount count = monthCount(queries, tenant);
            int months = Objects.requireNonNullElse(question.minimumMonths(), 0);
            return ListQuery.of("c.*", ON_HAND, "c.id", (row, number) -> candidate(row, day, count))
                    .sort("expiry", "c.search || ' ' || c.expiry")
                    .page(
                            queries,
                            new Filter()
                                    .with("month", day.withDayOfMonth(1))
                                    .with(
                                            "earliest",
                                            count.earliest(day, months).atDay(1))
                                    .with("sale", Objects.requireNonNullElse(question.saleId(), NO_SALE))
                                    .words(question.search(), "c.search"),
                            request);
        });
    }

    private static MonthCount monthCount(TenantJdbc.Queries queries, TenantId tenant) {
        return queries.query("""
                        SELECT month_count FROM price_list
                        WHERE {tenant} AND id = :own AND month_count IS NOT NULL
                        """)
                .param("own", tenant.value())
                .query(String.class)
                .optional()
                .map(MonthCount::valueOf)
                .orElse(PricingRules.USUAL.monthCount());
    }

    private static Candidate candidate(ResultSet row, LocalDate day, MonthCount count) throws SQLException {
        YearMonth expiry = month(row, "expiry");
        String obstacle = row.getString("obstacle");
        return new Candidate(
                id(row, "id"),
                row.getString("item"),
                expiry,
                constant(row, "grade", Grade.class),
                row.getString("location"),
                row.getInt("free"),
                count.left(day, expiry),
                money(row, "unit_cost"),
                obstacle == null ? null : Obstacle.valueOf(obstacle));
    }
}
