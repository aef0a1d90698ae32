package medflip.inventory.read.custody;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.catalog.events.Grade;
import medflip.inventory.read.custody.Custody.CustodyKind;
import medflip.inventory.read.custody.Custody.CustodyStep;
import medflip.inventory.read.custody.Custody.Traced;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.document.Document.Party;
import medflip.platform.document.Letterhead;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the way of boxes, from the views of deals, stock and sales. */
@Component
class CustodyStore {

    private static final String LOT = """
            SELECT t.*, d.customer_id, coalesce(c.name, '') AS customer_name, coalesce(f.line, 0) AS line
            FROM lot t LEFT JOIN deal d ON {d.tenant} AND d.id = t.deal_id
            LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
            LEFT JOIN deal_found f ON {f.tenant} AND f.deal_id = t.deal_id AND f.lot_id = t.root_id
            WHERE {t.tenant} AND t.id = :lot""";

    /** What of the deal was about these boxes. */
    private static final String OF_DEAL = """
            SELECT d.*, l.quantity AS line_boxes, l.total AS line_total,
                   f.quantity AS found_boxes, f.total AS found_total, f.difference
            FROM deal d
            LEFT JOIN deal_line l ON {l.tenant} AND l.deal_id = d.id AND l.line = :line
            LEFT JOIN deal_found f ON {f.tenant} AND f.deal_id = d.id AND f.lot_id = :root
            WHERE {d.tenant} AND d.id = :deal""";

    private static final String PAYOUTS = """
            SELECT paid_on, amount, currency, method FROM payout
            WHERE {tenant} AND deal_id = :deal AND state IN ('SENT', 'CONFIRMED') ORDER BY paid_on, id""";

    private static final String MOVEMENTS = """
            SELECT m.kind, m.moved_on, m.lot_id, m.boxes, m.cost AS amount, m.currency, m.reason, m.other_id, s.buyer
            FROM lot t JOIN stock_movement m ON {m.tenant} AND m.lot_id = t.id
            LEFT JOIN sold_lot s ON {s.tenant} AND s.lot_id = t.id AND s.sale_id = m.other_id
            WHERE {t.tenant} AND t.root_id = :root ORDER BY m.moved_on, m.lot_id, m.version""";

    private static final String SALES = """
            SELECT s.id, s.buyer, s.shipped_on, s.carrier, s.tracking, s.delivered_on, s.inspected_on,
                   l.lot_id, l.quantity, l.rejected, l.deducted, l.currency
            FROM lot t JOIN sale_line l ON {l.tenant} AND l.lot_id = t.id
            JOIN sale s ON {s.tenant} AND s.id = l.sale_id
            WHERE {t.tenant} AND t.root_id = :root ORDER BY s.id, l.line""";

    private static final ListQuery<Traced> TRACED = ListQuery.of(
                    "t.*, d.customer_id, coalesce(c.name, '') AS customer_name, w.boxes, w.sale_id, w.buyer, w.sold_on",
                    """
                    lot t LEFT JOIN deal d ON {d.tenant} AND d.id = t.deal_id
                    LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
                    JOIN LATERAL (
                        SELECT s.quantity AS boxes, s.sale_id, s.buyer, s.sold_on FROM sold_lot s
                        WHERE {s.tenant} AND s.lot_id = t.id
                        UNION ALL
                        SELECT t.on_hand, NULL, NULL, NULL WHERE t.on_hand > 0) w ON true
                    WHERE {t.tenant}""",
                    "(t.id || ' ' || coalesce(w.sale_id::text, ''))",
                    CustodyStore::traced)
            .sort("lotNumber", "t.lot_number")
            .sort("expiry", "t.expiry")
            .sort("soldOn", "w.sold_on");

    /** A lot's way, and the business as its papers name it. */
    record CustodyPaper(Custody custody, Party business) {}

    private record Found(Custody custody, UUID root) {}

    private final TenantJdbc tenants;

    CustodyStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Optional<CustodyPaper> paper(TenantId tenant, UUID lot) {
        return tenants.read(
                tenant,
                queries -> custody(queries, lot)
                        .map(custody -> new CustodyPaper(custody, Letterhead.of(queries, "In the hands of"))));
    }

    Optional<Custody> custody(TenantId tenant, UUID lot) {
        return tenants.read(tenant, queries -> custody(queries, lot));
    }

    private static Optional<Custody> custody(TenantJdbc.Queries queries, UUID lot) {
        return queries.query(LOT)
                .param("lot", lot)
                .query((row, number) -> new Found(lot(row), id(row, "root_id")))
                .optional()
                .map(found -> {
                    Custody bare = found.custody();
                    List<CustodyStep> steps = new ArrayList<>();
                    steps.addAll(ofDeal(queries, bare.dealId(), bare.line(), found.root()));
                    steps.addAll(movements(queries, found.root()));
                    steps.addAll(sales(queries, found.root()));
                    // Days that are the same keep the order in which things go.
                    steps.sort(Comparator.comparing(CustodyStep::on).thenComparing(CustodyStep::kind));
                    return new Custody(
                            bare.lotId(),
                            bare.item(),
                            bare.lotNumber(),
                            bare.expiry(),
                            bare.grade(),
                            bare.boxes(),
                            bare.dealId(),
                            bare.customerId(),
                            bare.customerName(),
                            bare.line(),
                            photos(queries, bare.dealId(), bare.line()),
                            steps);
                });
    }

    private static Custody lot(ResultSet row) throws SQLException {
        return new Custody(
                id(row, "id"),
                row.getString("item"),
                row.getString("lot_number"),
                month(row, "expiry"),
                constant(row, "grade", Grade.class),
                row.getInt("stocked"),
                id(row, "deal_id"),
                idOrNull(row, "customer_id"),
                row.getString("customer_name"),
                row.getInt("line"),
                List.of(),
                List.of());
    }

    private static List<UUID> photos(TenantJdbc.Queries queries, UUID deal, int line) {
        return queries.query("""
                        SELECT id FROM deal_photo WHERE {tenant} AND deal_id = :deal AND line = :line
                        ORDER BY added, number
                        """)
                .param("deal", deal)
                .param("line", line)
                .query(UUID.class)
                .list();
    }

    private static List<CustodyStep> ofDeal(TenantJdbc.Queries queries, UUID deal, int line, UUID root) {
        List<CustodyStep> steps = new ArrayList<>();
        queries.query(OF_DEAL)
                .param("deal", deal)
                .param("line", line)
                .param("root", root)
                .query((row, number) -> {
                    Integer quoted = row.getObject("line_boxes", Integer.class);
                    Integer found = row.getObject("found_boxes", Integer.class);
                    String currency = row.getString("currency");
                    add(
                            steps,
                            CustodyKind.QUOTED,
                            dateOrNull(row, "dealt_on"),
                            quoted,
                            amount(row, "line_total", currency),
                            null);
                    add(
                            steps,
                            CustodyKind.ACCEPTED,
                            dateOrNull(row, "accepted_on"),
                            null,
                            null,
                            row.getString("attestation_version"));
                    add(steps, CustodyKind.SENT, dateOrNull(row, "sent_on"), null, null, null);
                    add(steps, CustodyKind.RECEIVED, dateOrNull(row, "received_on"), null, null, null);
                    LocalDate looked = dateOrNull(row, "agreed_on");
                    add(steps, CustodyKind.INSPECTED, looked, found, null, row.getString("difference"));
                    add(steps, CustodyKind.AGREED, looked, found, amount(row, "found_total", currency), null);
                    return number;
                })
                .list();
        queries.query(PAYOUTS)
                .param("deal", deal)
                .query((row, number) -> step(
                        CustodyKind.PAID,
                        date(row, "paid_on"),
                        null,
                        null,
                        null,
                        money(row, "amount"),
                        row.getString("method"),
                        null))
                .list()
                .forEach(steps::add);
        return steps;
    }

    private static @Nullable Money amount(ResultSet row, String column, @Nullable String currency) throws SQLException {
        Long minor = row.getObject(column, Long.class);
        return minor == null || currency == null ? null : new Money(minor, currency);
    }

    private static void add(
            List<CustodyStep> steps,
            CustodyKind kind,
            @Nullable LocalDate on,
            @Nullable Integer boxes,
            @Nullable Money amount,
            @Nullable String detail) {
        if (on != null) {
            steps.add(step(kind, on, null, null, boxes, amount, detail, null));
        }
    }

    private static CustodyStep step(
            CustodyKind kind,
            LocalDate on,
            @Nullable UUID lot,
            @Nullable UUID sale,
            @Nullable Integer boxes,
            @Nullable Money amount,
            @Nullable String detail,
            @Nullable String buyer) {
        return new CustodyStep(kind, on, lot, sale, boxes, amount, detail, buyer);
    }

    private static List<CustodyStep> movements(TenantJdbc.Queries queries, UUID root) {
        return queries.query(MOVEMENTS)
                .param("root", root)
                .query((row, number) -> {
                    CustodyKind kind = constant(row, "kind", CustodyKind.class);
                    return step(
                            kind,
                            date(row, "moved_on"),
                            id(row, "lot_id"),
                            kind == CustodyKind.SOLD || kind == CustodyKind.RETURNED ? idOrNull(row, "other_id") : null,
                            row.getInt("boxes"),
                            money(row, "amount"),
                            row.getString("reason"),
                            row.getString("buyer"));
                })
                .list();
    }

    private static List<CustodyStep> sales(TenantJdbc.Queries queries, UUID root) {
        List<CustodyStep> steps = new ArrayList<>();
        queries.query(SALES)
                .param("root", root)
                .query((row, number) -> {
                    UUID lot = id(row, "lot_id");
                    UUID sale = id(row, "id");
                    String buyer = row.getString("buyer");
                    int boxes = row.getInt("quantity");
                    LocalDate shipped = dateOrNull(row, "shipped_on");
                    if (shipped != null) {
                        steps.add(step(CustodyKind.SHIPPED, shipped, lot, sale, boxes, null, sent(row), buyer));
                    }
                    LocalDate delivered = dateOrNull(row, "delivered_on");
                    if (delivered != null) {
                        steps.add(step(CustodyKind.DELIVERED, delivered, lot, sale, boxes, null, null, buyer));
                    }
                    LocalDate inspected = dateOrNull(row, "inspected_on");
                    if (inspected != null) {
                        steps.add(step(
                                CustodyKind.BUYER_INSPECTED,
                                inspected,
                                lot,
                                sale,
                                row.getInt("rejected"),
                                money(row, "deducted"),
                                null,
                                buyer));
                    }
                    return number;
                })
                .list();
        return steps;
    }

    private static @Nullable String sent(ResultSet row) throws SQLException {
        String carrier = row.getString("carrier");
        String tracking = row.getString("tracking");
        return carrier == null ? tracking : tracking == null ? carrier : carrier + " " + tracking;
    }

    Page<Traced> traced(TenantId tenant, @Nullable String lotNumber, PageRequest request) {
        return tenants.read(tenant, queries -> TRACED.page(queries, filter(lotNumber), request));
    }

    void forEachTraced(TenantId tenant, @Nullable String lotNumber, Consumer<? super Traced> each) {
        tenants.run(tenant, queries -> TRACED.forEach(queries, filter(lotNumber), null, each));
    }

    /** As a recall writes it, or as somebody typed it from a box: neither capitals nor blanks count. */
    private static Filter filter(@Nullable String lotNumber) {
        return new Filter()
                .and(
                        "upper(replace(t.lot_number, ' ', '')) = upper(replace(:lotNumber, ' ', ''))",
                        "lotNumber",
                        lotNumber);
    }

    private static Traced traced(ResultSet row, int number) throws SQLException {
        return new Traced(
                id(row, "id"),
                row.getString("lot_number"),
                row.getString("item"),
                month(row, "expiry"),
                id(row, "deal_id"),
                date(row, "stocked_on"),
                idOrNull(row, "customer_id"),
                row.getString("customer_name"),
                row.getInt("boxes"),
                idOrNull(row, "sale_id"),
                row.getString("buyer"),
                dateOrNull(row, "sold_on"));
    }
}
