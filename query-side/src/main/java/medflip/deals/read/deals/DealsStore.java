package medflip.deals.read.deals;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.catalog.events.Grade;
import medflip.deals.events.PayoutMethod;
import medflip.deals.read.deals.Deal.DealLine;
import medflip.deals.read.deals.Deal.DealSale;
import medflip.deals.read.deals.Deal.Payout;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads deals. */
@Component
class DealsStore {

    private static final String COLUMNS = "d.*, coalesce(c.name, '') AS customer_name";
    private static final String FROM = """
            deal d LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
            WHERE {d.tenant} AND d.state IS NOT NULL""";

    private static final String LINES = """
            SELECT l.*, coalesce(t.sold, 0) AS sold, coalesce(t.on_hand, 0) AS on_hand,
                   coalesce(t.proceeds, 0) AS proceeds, coalesce(t.profit, 0) AS profit
            FROM deal_line l LEFT JOIN LATERAL (
                SELECT sum(p.sold) AS sold, sum(p.on_hand) AS on_hand, sum(p.proceeds) AS proceeds,
                       sum(p.profit) AS profit
                FROM lot p WHERE {p.tenant} AND p.root_id = l.lot_id) t ON true
            WHERE {l.tenant} AND l.deal_id = :deal ORDER BY l.line
            """;

    private static final ListQuery<DealItem> LIST = ListQuery.of(COLUMNS, FROM, "d.id", DealsStore::item)
            .sort("-date", "d.dealt_on")
            .sort("customerName", "c.sort_name")
            .sort("state", "d.state")
            .sort("quoted", "d.quoted")
            .sort("profit", "d.profit");

    private final TenantJdbc tenants;

    DealsStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<DealItem> page(TenantId tenant, FindDeals question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    void forEach(TenantId tenant, FindDeals question, @Nullable String sort, Consumer<? super DealItem> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(question), sort, each));
    }

    Optional<Deal> deal(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT " + COLUMNS + " FROM " + FROM + " AND d.id = :id")
                        .param("id", id)
                        .query((row, number) -> new Deal(
                                item(row, number),
                                dateOrNull(row, "received_on"),
                                row.getString("attestation_version"),
                                dateOrNull(row, "accepted_on"),
                                row.getString("note"),
                                lines(queries, id),
                                payouts(queries, id),
                                sales(queries, id)))
                        .optional());
    }

    private static List<DealLine> lines(TenantJdbc.Queries queries, UUID deal) {
        return queries.query(LINES)
                .param("deal", deal)
                .query((row, number) -> new DealLine(
                        row.getInt("line"),
                        id(row, "product_id"),
                        row.getString("item"),
                        month(row, "expiry"),
                        constant(row, "grade", Grade.class),
                        row.getInt("quantity"),
                        moneyOrNull(row, "unit_price"),
                        money(row, "total"),
                        idOrNull(row, "lot_id"),
                        moneyOrNull(row, "landed_cost"),
                        row.getInt("sold"),
                        row.getInt("on_hand"),
                        money(row, "proceeds"),
                        money(row, "profit")))
                .list();
    }

    private static List<Payout> payouts(TenantJdbc.Queries queries, UUID deal) {
        return queries.query("SELECT * FROM payout WHERE {tenant} AND deal_id = :deal ORDER BY paid_on, id")
                .param("deal", deal)
                .query((row, number) -> new Payout(
                        id(row, "id"),
                        money(row, "amount"),
                        constant(row, "method", PayoutMethod.class),
                        row.getString("reference"),
                        date(row, "paid_on")))
                .list();
    }

    private static List<DealSale> sales(TenantJdbc.Queries queries, UUID deal) {
        return queries.query(
                        "SELECT * FROM sold_lot WHERE {tenant} AND deal_id = :deal ORDER BY sold_on, lot_id, sale_id")
                .param("deal", deal)
                .query((row, number) -> new DealSale(
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

    private static Filter filter(FindDeals question) {
        return new Filter()
                .and("d.state = :state", "state", question.state())
                .and("d.customer_id = :customerId", "customerId", question.customerId())
                .and("d.imported = :imported", "imported", question.imported())
                .and("d.dealt_on >= :from", "from", question.from())
                .and("d.dealt_on <= :to", "to", question.to())
                .words(question.search(), "d.search", "c.search");
    }

    private static DealItem item(ResultSet row, int number) throws SQLException {
        return new DealItem(
                id(row, "id"),
                id(row, "customer_id"),
                row.getString("customer_name"),
                constant(row, "state", DealState.class),
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
}
