package medflip.reports.read.today;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import medflip.catalog.events.Grade;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.reports.read.today.Today.Counts;
import medflip.reports.read.today.Today.Month;
import medflip.reports.read.today.Today.Stock;
import medflip.reports.read.today.Today.TodayDeal;
import medflip.reports.read.today.Today.TodayLot;
import medflip.reports.read.today.Today.TodayState;
import org.springframework.stereotype.Component;

/** Reads what needs the owner today, which is the day at the business's place. */
@Component
class TodayStore {

    private static final int SHOWN = 10;
    private static final int QUOTE_RUNS_OUT_DAYS = 3;
    private static final int EXPIRES_SOON_DAYS = 90;

    private static final String DEAL_COLUMNS = "d.*, coalesce(c.name, '') AS customer_name";
    private static final String DEALS = """
            deal d LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
            WHERE {d.tenant} AND d.state IN\s""";

    private static final ListQuery<TodayDeal> QUOTED = deals("('QUOTED')").sort("validUntil", "d.valid_until");
    private static final ListQuery<TodayDeal> AWAITED = deals(
                    "('ACCEPTED', 'AWAITING_SHIPMENT', 'SCHEDULED', 'IN_TRANSIT')")
            .sort("stateSince", "d.state_since");
    private static final ListQuery<TodayDeal> ARRIVED =
            deals("('RECEIVED', 'REQUOTED')").sort("stateSince", "d.state_since");
    private static final ListQuery<TodayDeal> AGREED = deals("('AGREED')").sort("stateSince", "d.state_since");

    private static final ListQuery<TodayLot> ON_HAND = ListQuery.of(
                    "t.*, coalesce(c.name, '') AS customer_name", """
                    lot t LEFT JOIN deal d ON {d.tenant} AND d.id = t.deal_id
                    LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
                    WHERE {t.tenant} AND t.on_hand > 0""", "t.id", TodayStore::lot)
            .sort("expiry", "t.expiry");

    private final TenantJdbc tenants;
    private final Clock clock;

    TodayStore(TenantJdbc tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    private record Business(String currency, ZoneId zone) {}

    /** Empty while there is no business. */
    Optional<Today> today(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT currency, time_zone FROM account WHERE {tenant}")
                        .query((row, number) ->
                                new Business(row.getString("currency"), ZoneId.of(row.getString("time_zone"))))
                        .optional()
                        .map(business -> today(queries, business)));
    }

    private Today today(TenantJdbc.Queries queries, Business business) {
        LocalDate today = LocalDate.now(clock.withZone(business.zone()));
        Filter runningOut = new Filter()
                .and("d.valid_until >= :today", "today", today)
                .and("d.valid_until < :end", "end", today.plusDays(QUOTE_RUNS_OUT_DAYS));
        // The goods are good to the month's end.
        YearMonth lastToEnd =
                YearMonth.from(today.plusDays(EXPIRES_SOON_DAYS + 1)).minusMonths(1);
        LocalDate thisMonth = today.withDayOfMonth(1);
        Filter expiring = new Filter()
                .and("t.expiry <= :last", "last", lastToEnd.atDay(1))
                .and("t.expiry >= :this", "this", thisMonth);
        Filter expired = new Filter().and("t.expiry < :this", "this", thisMonth);
        Filter all = new Filter();
        return new Today(
                QUOTED.first(queries, runningOut, SHOWN),
                AWAITED.first(queries, all, SHOWN),
                ARRIVED.first(queries, all, SHOWN),
                AGREED.first(queries, all, SHOWN),
                ON_HAND.first(queries, expiring, SHOWN),
                new Counts(
                        QUOTED.count(queries, runningOut),
                        AWAITED.count(queries, all),
                        ARRIVED.count(queries, all),
                        AGREED.count(queries, all),
                        ON_HAND.count(queries, expiring),
                        ON_HAND.count(queries, expired)),
                figures(queries, YearMonth.from(today), business.currency()),
                stock(queries, business.currency()));
    }

    private static Month figures(TenantJdbc.Queries queries, YearMonth month, String currency) {
        return queries.query("""
                        SELECT coalesce(-sum(amount) FILTER (WHERE account IN ('SALES', 'COST_OF_SALES')), 0) AS profit,
                               coalesce(-sum(amount) FILTER (WHERE account = 'SALES'), 0) AS proceeds,
                               coalesce(sum(amount) FILTER
                                   (WHERE account = 'PAYABLE' AND kind IN ('PAYOUT', 'PAYOUT_FAILED')), 0) AS paid_out,
                               coalesce(sum(boxes) FILTER
                                   (WHERE account = 'INCOMING' AND kind = 'RECEIVED'), 0) AS bought,
                               CAST(:currency AS text) AS currency
                        FROM posting
                        WHERE {tenant} AND account IN ('SALES', 'COST_OF_SALES', 'PAYABLE', 'INCOMING')
                          AND booked_on BETWEEN :first AND :last AND currency = :currency
                        """)
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .param("currency", currency)
                .query((row, number) -> new Month(
                        month,
                        money(row, "profit"),
                        money(row, "proceeds"),
                        money(row, "paid_out"),
                        row.getInt("bought")))
                .single();
    }

    private static Stock stock(TenantJdbc.Queries queries, String currency) {
        return queries.query("""
                        SELECT coalesce(sum(on_hand), 0) AS boxes, coalesce(sum(cost_on_hand), 0) AS cost,
                               CAST(:currency AS text) AS currency
                        FROM lot WHERE {tenant} AND on_hand > 0 AND currency = :currency
                        """)
                .param("currency", currency)
                .query((row, number) -> new Stock(row.getLong("boxes"), money(row, "cost")))
                .single();
    }

    private static ListQuery<TodayDeal> deals(String states) {
        return ListQuery.of(DEAL_COLUMNS, DEALS + states, "d.id", TodayStore::deal);
    }

    private static TodayDeal deal(ResultSet row, int number) throws SQLException {
        return new TodayDeal(
                id(row, "id"),
                id(row, "customer_id"),
                row.getString("customer_name"),
                constant(row, "state", TodayState.class),
                date(row, "dealt_on"),
                dateOrNull(row, "valid_until"),
                row.getString("items"),
                row.getInt("boxes"),
                money(row, "quoted"),
                money(row, "owed"),
                money(row, "paid"),
                money(row, "landed_cost"),
                money(row, "proceeds"),
                money(row, "profit"),
                row.getBoolean("imported"),
                row.getLong("version"));
    }

    private static TodayLot lot(ResultSet row, int number) throws SQLException {
        return new TodayLot(
                id(row, "id"),
                id(row, "deal_id"),
                row.getString("customer_name"),
                row.getString("item"),
                month(row, "expiry"),
                constant(row, "grade", Grade.class),
                row.getInt("stocked"),
                row.getInt("on_hand"),
                money(row, "landed_cost"),
                money(row, "cost_on_hand"),
                date(row, "stocked_on"),
                row.getLong("version"));
    }
}
