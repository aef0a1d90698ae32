package medflip.deals.read.deals;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.constantOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.moneyOrNull;
import static medflip.platform.web.Columns.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.deals.events.Difference;
import medflip.deals.events.Outcome;
import medflip.deals.read.deals.Deal.DealLine;
import medflip.deals.read.deals.Deal.Found;
import medflip.deals.read.deals.Deal.Photo;
import medflip.deals.read.deals.Deal.Quoted;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads a deal's lines: what was quoted, what was found, and what became of it. */
final class DealLinesStore {

    private static final String FOUND = """
            SELECT f.*, b.name AS best_buyer, coalesce(t.sold, 0) AS sold, coalesce(t.on_hand, 0) AS on_hand,
                   coalesce(t.proceeds, 0) AS proceeds, coalesce(t.profit, 0) AS profit
            FROM deal_found f LEFT JOIN buyer b ON {b.tenant} AND b.id = right(f.trace ->> 'bestBuyer', 36)::uuid
            LEFT JOIN LATERAL (
                SELECT sum(p.sold) AS sold, sum(p.on_hand) AS on_hand, sum(p.proceeds) AS proceeds,
                       sum(p.profit) AS profit
                FROM lot p WHERE {p.tenant} AND p.root_id = f.lot_id) t ON true
            WHERE {f.tenant} AND f.deal_id = :deal ORDER BY f.line, f.number
            """;

    private static final String LINES = """
            SELECT l.*, b.name AS best_buyer FROM deal_line l
            LEFT JOIN buyer b ON {b.tenant} AND b.id = right(l.trace ->> 'bestBuyer', 36)::uuid
            WHERE {l.tenant} AND l.deal_id = :deal ORDER BY l.line
            """;

    private DealLinesStore() {}

    static List<DealLine> of(TenantJdbc.Queries queries, UUID deal) {
        Map<Integer, List<Photo>> photos = PhotosStore.photos(queries, deal);
        Map<Integer, List<Found>> found = new HashMap<>();
        queries.query(FOUND).param("deal", deal).query((RowCallbackHandler)
                row -> found.computeIfAbsent(row.getInt("line"), line -> new ArrayList<>())
                        .add(found(row)));
        return queries.query(LINES)
                .param("deal", deal)
                .query((row, number) -> new DealLine(
                        row.getInt("line"),
                        id(row, "product_id"),
                        row.getString("item"),
                        quoted(row),
                        row.getBoolean("inspected"),
                        row.getString("remark"),
                        found.getOrDefault(row.getInt("line"), List.of()),
                        photos.getOrDefault(row.getInt("line"), List.of())))
                .list();
    }

    private static @Nullable Quoted quoted(ResultSet row) throws SQLException {
        return row.getObject("expiry") == null
                ? null
                : new Quoted(
                        month(row, "expiry"),
                        constant(row, "grade", Grade.class),
                        row.getInt("quantity"),
                        moneyOrNull(row, "unit_price"),
                        money(row, "total"),
                        why(row));
    }

    private static @Nullable PriceWhy why(ResultSet row) throws SQLException {
        return PriceWhy.of(
                Json.valueOrNull(row.getString("trace"), PriceTrace.class),
                money(row, "unit_price"),
                row.getString("best_buyer"));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getInt("number"),
                month(row, "expiry"),
                constantOrNull(row, "grade", Grade.class),
                row.getInt("quantity"),
                moneyOrNull(row, "unit_price"),
                constant(row, "outcome", Outcome.class),
                constantOrNull(row, "difference", Difference.class),
                money(row, "total"),
                why(row),
                idOrNull(row, "lot_id"),
                moneyOrNull(row, "landed_cost"),
                row.getInt("sold"),
                row.getInt("on_hand"),
                money(row, "proceeds"),
                money(row, "profit"));
    }
}
