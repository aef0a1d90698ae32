package medflip.sales.read.sales;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.moneyOrNull;
import static medflip.platform.web.Columns.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.catalog.events.Grade;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.BusinessDay;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.sales.events.ReceiptMethod;
import medflip.sales.events.RejectedBoxes;
import medflip.sales.read.sales.Receivables.AgedDebt;
import medflip.sales.read.sales.Receivables.DebtAge;
import medflip.sales.read.sales.Receivables.Debtor;
import medflip.sales.read.sales.Sale.BuyerReceipt;
import medflip.sales.read.sales.Sale.SoldLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads sales. */
@Component
class SalesStore {

    /** What a sale is about stands in its row once it has shipped; until then its lots are asked. */
    private static final String LOTS = """
            FROM sale_line l JOIN lot t ON {t.tenant} AND t.id = l.lot_id
            WHERE {l.tenant} AND l.sale_id = s.id AND s.items IS NULL""";

    static final String COLUMNS = """
            s.*, coalesce(array_to_string(s.items, ', '),
                (SELECT string_agg(DISTINCT t.item, ', ' ORDER BY t.item) %s), '') AS items_text""".formatted(LOTS);

    static final String FROM = "sale s WHERE {s.tenant} AND s.state IS NOT NULL";

    private static final ListQuery<SaleItem> LIST = ListQuery.of(COLUMNS, FROM, "s.id", SalesStore::item)
            .sort("-date", "s.dated_on")
            .sort("buyer", "lower(s.buyer)")
            .sort("state", "s.state")
            .sort("proceeds", "s.price - s.deducted")
            .sort("profit", "s.profit")
            .sort("owed", "s.owed")
            .sort("dueOn", "s.due_on");

    private static final String LINES = """
            SELECT l.*, t.item, t.deal_id, t.expiry, t.grade, t.location,
                   coalesce(b.landed_cost, round(t.cost_on_hand::numeric * l.quantity / nullif(t.on_hand, 0)), 0)
                       AS landed_cost
            FROM sale_line l JOIN lot t ON {t.tenant} AND t.id = l.lot_id
            LEFT JOIN sold_lot b ON {b.tenant} AND b.lot_id = l.lot_id AND b.sale_id = l.sale_id
            WHERE {l.tenant} AND l.sale_id = :sale ORDER BY l.line
            """;

    private static final String OWED = """
            SELECT s.buyer, s.currency, s.owed, s.due_on, CASE
                WHEN s.due_on IS NULL THEN 'NOT_INVOICED' WHEN s.due_on >= :today THEN 'NOT_DUE'
                WHEN :today - s.due_on <= 30 THEN 'DAYS_1_TO_30' WHEN :today - s.due_on <= 60 THEN 'DAYS_31_TO_60'
                WHEN :today - s.due_on <= 90 THEN 'DAYS_61_TO_90' ELSE 'OVER_90_DAYS' END AS age
            FROM sale s WHERE {s.tenant} AND s.owed > 0 AND s.currency = :currency ORDER BY s.buyer
            """;

    /**
     * Sales whose lots must still be asked what they are about, and those with more to search in than an index takes.
     */
    private static final String UNSHIPPED = """
            SELECT u.id FROM sale u JOIN sale_line l ON {l.tenant} AND l.sale_id = u.id
            JOIN lot t ON {t.tenant} AND t.id = l.lot_id
            WHERE {u.tenant} AND u.items IS NULL AND t.search LIKE :word
            UNION ALL
            SELECT w.id FROM sale w WHERE {w.tenant} AND w.sought IS NULL
            AND (w.search LIKE :word OR read.searched(VARIADIC w.item_words) LIKE :word)""";

    private record Debt(
            String buyer, Money owed, DebtAge age, @Nullable LocalDate dueOn) {
        boolean overdue() {
            return age.compareTo(DebtAge.NOT_DUE) > 0;
        }
    }

    private final TenantJdbc tenants;
    private final Clock clock;

    SalesStore(TenantJdbc tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    Page<SaleItem> page(TenantId tenant, FindSales question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    void forEach(TenantId tenant, FindSales question, @Nullable String sort, Consumer<? super SaleItem> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(question), sort, each));
    }

    Optional<Sale> sale(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT " + COLUMNS + " FROM " + FROM + " AND s.id = :id")
                        .param("id", id)
                        .query((row, number) -> sale(queries, id, row, number))
                        .optional());
    }

    List<String> buyers(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT DISTINCT buyer FROM sold_lot WHERE {tenant} ORDER BY buyer")
                        .query(String.class)
                        .list());
    }

    /** In the business's currency; empty while there is no business. */
    Optional<Receivables> receivables(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT currency FROM account WHERE {tenant}")
                        .query(String.class)
                        .optional()
                        .map(currency -> receivables(
                                currency,
                                queries.query(OWED)
                                        .param("today", BusinessDay.today(queries, clock))
                                        .param("currency", currency)
                                        .query((row, number) -> new Debt(
                                                row.getString("buyer"),
                                                money(row, "owed"),
                                                constant(row, "age", DebtAge.class),
                                                dateOrNull(row, "due_on")))
                                        .list())));
    }

    private static Receivables receivables(String currency, List<Debt> debts) {
        Function<Stream<Debt>, Money> sum = some -> some.map(Debt::owed).reduce(Money.zero(currency), Money::plus);
        Map<DebtAge, List<Debt>> byAge = debts.stream().collect(Collectors.groupingBy(Debt::age));
        Map<String, List<Debt>> byBuyer = debts.stream().collect(Collectors.groupingBy(Debt::buyer));
        return new Receivables(
                sum.apply(debts.stream()),
                Stream.of(DebtAge.values())
                        .map(age -> new AgedDebt(
                                age,
                                byAge.getOrDefault(age, List.of()).size(),
                                sum.apply(byAge.getOrDefault(age, List.of()).stream())))
                        .toList(),
                byBuyer.entrySet().stream()
                        .map(buyer -> new Debtor(
                                buyer.getKey(),
                                buyer.getValue().size(),
                                sum.apply(buyer.getValue().stream()),
                                sum.apply(buyer.getValue().stream().filter(Debt::overdue)),
                                buyer.getValue().stream()
                                        .map(Debt::dueOn)
                                        .filter(Objects::nonNull)
                                        .min(Comparator.naturalOrder())
                                        .orElse(null)))
                        .sorted((a, b) -> b.owed().compareTo(a.owed()))
                        .toList());
    }

    static Filter filter(FindSales question) {
        Filter filter = new Filter()
                .and("s.buyer = :buyer", "buyer", question.buyer())
                .and("s.buyer_id = :buyerId", "buyerId", question.buyerId())
                .and("s.state = :state", "state", question.state())
                .and("s.dated_on >= :from", "from", question.from())
                .and("s.dated_on <= :to", "to", question.to())
                .among("s.id", question.ids())
                .elsewhere("s.id", UNSHIPPED)
                .words(question.search(), "s.sought");
        return Boolean.TRUE.equals(question.owed()) ? filter.and("s.owed > 0") : filter;
    }

    private static Sale sale(TenantJdbc.Queries queries, UUID id, ResultSet row, int number) throws SQLException {
        return new Sale(
                item(row, number),
                date(row, "ship_on"),
                row.getInt("minimum_months"),
                row.getInt("payment_days"),
                money(row, "price"),
                money(row, "deducted"),
                money(row, "received"),
                dateOrNull(row, "offered_on"),
                dateOrNull(row, "confirmed_on"),
                dateOrNull(row, "packed_on"),
                dateOrNull(row, "shipped_on"),
                row.getString("carrier"),
                row.getString("tracking"),
                dateOrNull(row, "delivered_on"),
                dateOrNull(row, "inspected_on"),
                dateOrNull(row, "invoiced_on"),
                dateOrNull(row, "closed_on"),
                dateOrNull(row, "cancelled_on"),
                queries.query(LINES)
                        .param("sale", id)
                        .query((line, n) -> line(line))
                        .list(),
                queries.query("SELECT * FROM receipt WHERE {tenant} AND sale_id = :sale ORDER BY received_on, id")
                        .param("sale", id)
                        .query((receipt, n) -> receipt(receipt))
                        .list());
    }

    private static SoldLine line(ResultSet row) throws SQLException {
        String fate = row.getString("fate");
        return new SoldLine(
                id(row, "lot_id"),
                id(row, "deal_id"),
                row.getString("item"),
                month(row, "expiry"),
                constant(row, "grade", Grade.class),
                row.getString("location"),
                row.getInt("quantity"),
                money(row, "price"),
                money(row, "landed_cost"),
                row.getInt("rejected"),
                fate == null ? null : RejectedBoxes.valueOf(fate),
                money(row, "deducted"));
    }

    private static BuyerReceipt receipt(ResultSet row) throws SQLException {
        return new BuyerReceipt(
                id(row, "id"),
                money(row, "amount"),
                constant(row, "method", ReceiptMethod.class),
                row.getString("reference"),
                date(row, "received_on"),
                dateOrNull(row, "undone_on"));
    }

    private static SaleItem item(ResultSet row, int number) throws SQLException {
        return new SaleItem(
                id(row, "id"),
                idOrNull(row, "buyer_id"),
                row.getString("buyer"),
                constant(row, "state", SaleState.class),
                date(row, "dated_on"),
                row.getString("items_text"),
                row.getInt("boxes"),
                money(row, "price").minus(money(row, "deducted")),
                money(row, "landed_cost"),
                moneyOrNull(row, "profit"),
                money(row, "owed"),
                row.getObject("invoice_number", Integer.class),
                dateOrNull(row, "due_on"),
                row.getLong("version"));
    }
}
