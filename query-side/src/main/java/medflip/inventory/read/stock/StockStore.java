package medflip.inventory.read.stock;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medflip.catalog.events.Grade;
import medflip.inventory.events.HoldReason;
import medflip.inventory.read.stock.Lot.LotSale;
import medflip.inventory.read.stock.Lot.Movement;
import medflip.inventory.read.stock.StockSummary.ExpiringStock;
import medflip.inventory.read.stock.StockSummary.StockFigure;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.BusinessDay;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the shelf. What has expired or soon will is told by the day at the business's place. */
@Component
class StockStore {

    private static final List<Integer> EXPIRING_DAYS = List.of(30, 60, 90, 180);
    private static final int MONTHS_SHOWN = 13;

    private static final String COLUMNS = "t.*, d.customer_id, coalesce(c.name, '') AS customer_name";
    private static final String FROM = """
            lot t LEFT JOIN deal d ON {d.tenant} AND d.id = t.deal_id
            LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
            WHERE {t.tenant}""";

    private static final String DEALS_OF_SELLERS = """
            SELECT o.id FROM customer w JOIN deal o ON {o.tenant} AND o.customer_id = w.id
            WHERE {w.tenant} AND w.search LIKE :word""";

    /** Those with more to search in than an index takes. */
    private static final String LONG = """
            SELECT w.id FROM lot w WHERE {w.tenant} AND w.sought IS NULL
            AND (w.search LIKE :word OR lower(w.lot_number) LIKE :word OR lower(w.location) LIKE :word)""";

    private static final ListQuery<LotItem> LIST = ListQuery.of(COLUMNS, FROM, "t.id", StockStore::item)
            .sort("expiry", "t.expiry")
            .sort("item", "t.search")
            .sort("stockedOn", "t.stocked_on")
            .sort("onHand", "t.on_hand")
            .sort("costOnHand", "t.cost_on_hand")
            .sort("location", "lower(t.location)");

    private static final String MONTHS_LEFT =
            "extract(year FROM age(t.expiry, :month)) * 12 + extract(month FROM age(t.expiry, :month))";

    private static final ListQuery<StockItem> ITEMS = ListQuery.of(
                    "s.*", """
                    (SELECT t.item, t.currency, min(t.search) AS search,
                            (array_agg(t.product_id))[1] AS product_id, count(*) AS lots, sum(t.on_hand) AS boxes,
                            coalesce(sum(t.on_hand) FILTER (WHERE t.hold IS NULL AND t.expiry >= :month), 0) AS sellable,
                            coalesce(sum(t.on_hand) FILTER (WHERE t.hold IS NOT NULL), 0) AS on_hold,
                            coalesce(sum(t.on_hand) FILTER (WHERE t.expiry < :month), 0) AS expired,
                            sum(t.cost_on_hand) AS cost, min(t.expiry) FILTER (WHERE t.expiry >= :month) AS next_expiry,
                            array[%s] AS months_left
                     FROM lot t WHERE {t.tenant} AND t.on_hand > 0 GROUP BY t.item, t.currency) s
                    WHERE true""".formatted(monthsLeft()), "s.item", StockStore::stockItem)
            .sort("item", "s.search")
            .sort("boxes", "s.boxes")
            .sort("sellable", "s.sellable")
            .sort("cost", "s.cost")
            .sort("nextExpiry", "s.next_expiry");

    private final TenantJdbc tenants;
    private final Clock clock;

    StockStore(TenantJdbc tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    Page<LotItem> page(TenantId tenant, FindStock question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(queries, question), request));
    }

    void forEach(TenantId tenant, FindStock question, @Nullable String sort, Consumer<? super LotItem> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(queries, question), sort, each));
    }

    Page<StockItem> items(TenantId tenant, @Nullable String search, PageRequest request) {
        return tenants.read(tenant, queries -> ITEMS.page(queries, items(queries, search), request));
    }

    void forEachItem(
            TenantId tenant, @Nullable String search, @Nullable String sort, Consumer<? super StockItem> each) {
        tenants.run(tenant, queries -> ITEMS.forEach(queries, items(queries, search), sort, each));
    }

    Optional<Lot> lot(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT " + COLUMNS + " FROM " + FROM + " AND t.id = :id")
                        .param("id", id)
                        .query((row, number) -> new Lot(
                                item(row, number),
                                idOrNull(row, "split_off"),
                                row.getString("hold_note"),
                                sales(queries, id),
                                movements(queries, id)))
                        .optional());
    }

    List<String> locations(TenantId tenant) {
        return tenants.read(
                tenant, queries -> queries.query("""
                                SELECT DISTINCT location FROM lot
                                WHERE {tenant} AND on_hand > 0 AND location IS NOT NULL ORDER BY location
                                """).query(String.class).list());
    }

    /** In the business's currency; empty while there is no business. */
    Optional<StockSummary> summary(TenantId tenant) {
        return tenants.read(tenant, queries -> {
            LocalDate today = BusinessDay.today(queries, clock);
            String within = EXPIRING_DAYS.stream()
                    .map(days -> figure("within" + days, "t.expiry >= :month AND t.expiry <= :end" + days))
                    .collect(Collectors.joining(", "));
            var statement = queries.query("SELECT a.currency, "
                            + String.join(
                                    ", ",
                                    figure("whole", "true"),
                                    figure("sellable", "t.hold IS NULL AND t.expiry >= :month"),
                                    figure("on_hold", "t.hold IS NOT NULL"),
                                    figure("expired", "t.expiry < :month"),
                                    within)
                            + " FROM account a LEFT JOIN lot t ON {t.tenant} AND t.on_hand > 0"
                            + " AND t.currency = a.currency WHERE {a.tenant} GROUP BY a.currency")
                    .param("month", firstOfMonth(today));
            for (int days : EXPIRING_DAYS) {
                statement = statement.param("end" + days, lastMonthWithin(today, days));
            }
            return statement.query(StockStore::summary).optional();
        });
    }

    private static String figure(String name, String condition) {
        return "coalesce(sum(t.on_hand) FILTER (WHERE %2$s), 0) AS %1$s_boxes, ".formatted(name, condition)
                + "coalesce(sum(t.cost_on_hand) FILTER (WHERE %2$s), 0) AS %1$s_cost".formatted(name, condition);
    }

    private static StockSummary summary(ResultSet row, int number) throws SQLException {
        return new StockSummary(
                figure(row, "whole"),
                figure(row, "sellable"),
                figure(row, "on_hold"),
                figure(row, "expired"),
                List.of(expiring(row, 30), expiring(row, 60), expiring(row, 90), expiring(row, 180)));
    }

    private static StockFigure figure(ResultSet row, String name) throws SQLException {
        return new StockFigure(row.getLong(name + "_boxes"), money(row, name + "_cost"));
    }

    private static ExpiringStock expiring(ResultSet row, int days) throws SQLException {
        return new ExpiringStock(days, row.getLong("within" + days + "_boxes"), money(row, "within" + days + "_cost"));
    }

    private static List<LotSale> sales(TenantJdbc.Queries queries, UUID lot) {
        return queries.query("SELECT * FROM sold_lot WHERE {tenant} AND lot_id = :lot ORDER BY sold_on, sale_id")
                .param("lot", lot)
                .query((row, number) -> new LotSale(
                        id(row, "sale_id"),
                        id(row, "lot_id"),
                        row.getString("item"),
                        row.getString("buyer"),
                        row.getInt("quantity"),
                        money(row, "proceeds"),
                        money(row, "landed_cost"),
                        money(row, "profit"),
                        date(row, "sold_on")))
                .list();
    }

    private static List<Movement> movements(TenantJdbc.Queries queries, UUID lot) {
        return queries.query("SELECT * FROM stock_movement WHERE {tenant} AND lot_id = :lot ORDER BY version")
                .param("lot", lot)
                .query((row, number) -> new Movement(
                        constant(row, "kind", MovementKind.class),
                        date(row, "moved_on"),
                        row.getInt("boxes"),
                        money(row, "cost"),
                        row.getString("reason"),
                        row.getString("note"),
                        idOrNull(row, "other_id"),
                        row.getBoolean("undone")))
                .list();
    }

    private Filter items(TenantJdbc.Queries queries, @Nullable String search) {
        return new Filter()
                .with("month", firstOfMonth(BusinessDay.today(queries, clock)))
                .words(search, "s.search");
    }

    private Filter filter(TenantJdbc.Queries queries, FindStock question) {
        Filter filter = new Filter()
                .and("t.item = :item", "item", question.item())
                .and("t.location = :location", "location", question.location())
                .and("t.grade = :grade", "grade", question.grade())
                .among("t.id", question.ids())
                .elsewhere("t.deal_id", DEALS_OF_SELLERS)
                .elsewhere("t.id", LONG)
                .words(question.search(), "t.sought");
        if (question.state() != null || question.expiringWithin() != null) {
            LocalDate today = BusinessDay.today(queries, clock);
            filter.with("month", firstOfMonth(today));
            state(filter, question);
            if (question.expiringWithin() != null) {
                filter.and("t.expiry >= :month")
                        .and("t.expiry <= :end", "end", lastMonthWithin(today, question.expiringWithin()));
            }
        }
        return Boolean.FALSE.equals(question.onHand()) ? filter : filter.and("t.on_hand > 0");
    }

    private static void state(Filter filter, FindStock question) {
        switch (question.state()) {
            case SELLABLE -> filter.and("t.hold IS NULL").and("t.expiry >= :month");
            case ON_HOLD -> filter.and("t.hold IS NOT NULL");
            case EXPIRED -> filter.and("t.expiry < :month");
            case null -> {}
        }
    }

    private static LocalDate firstOfMonth(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    /** Boxes are good to their month's end: the last month, as its first day, that ends within so many days. */
    private static LocalDate lastMonthWithin(LocalDate today, int days) {
        LocalDate end = today.plusDays(days);
        YearMonth month = YearMonth.from(end);
        return (month.atEndOfMonth().equals(end) ? month : month.minusMonths(1)).atDay(1);
    }

    private static String monthsLeft() {
        return IntStream.range(0, MONTHS_SHOWN)
                .mapToObj(left -> "coalesce(sum(t.on_hand) FILTER (WHERE " + MONTHS_LEFT
                        + (left == MONTHS_SHOWN - 1 ? " >= " : " = ") + left + "), 0)::integer")
                .collect(Collectors.joining(", "));
    }

    private static StockItem stockItem(ResultSet row, int number) throws SQLException {
        LocalDate next = row.getObject("next_expiry", LocalDate.class);
        return new StockItem(
                row.getString("item"),
                id(row, "product_id"),
                row.getInt("lots"),
                row.getInt("boxes"),
                row.getInt("sellable"),
                row.getInt("on_hold"),
                row.getInt("expired"),
                money(row, "cost"),
                next == null ? null : YearMonth.from(next),
                Stream.of((Integer[]) row.getArray("months_left").getArray()).toList());
    }

    private static LotItem item(ResultSet row, int number) throws SQLException {
        String hold = row.getString("hold");
        return new LotItem(
                id(row, "id"),
                id(row, "deal_id"),
                idOrNull(row, "customer_id"),
                row.getString("customer_name"),
                id(row, "product_id"),
                row.getString("item"),
                row.getString("lot_number"),
                row.getString("location"),
                month(row, "expiry"),
                constant(row, "grade", Grade.class),
                hold == null ? null : HoldReason.valueOf(hold),
                row.getInt("stocked"),
                row.getInt("on_hand"),
                row.getInt("set_aside"),
                row.getInt("sold"),
                money(row, "landed_cost"),
                money(row, "cost_on_hand"),
                date(row, "stocked_on"),
                row.getLong("version"));
    }
}
