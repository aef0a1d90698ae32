package medflip.deals.read.deals;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.constantOrNull;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.moneyOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.Carrier;
import medflip.deals.events.HeldFor;
import medflip.deals.events.PayoutMethod;
import medflip.deals.read.deals.Deal.Appointment;
import medflip.deals.read.deals.Deal.Claim;
import medflip.deals.read.deals.Deal.DealSale;
import medflip.deals.read.deals.Deal.Label;
import medflip.deals.read.deals.Deal.OfferLink;
import medflip.deals.read.deals.Deal.Payout;
import medflip.deals.read.deals.Deal.PayoutState;
import medflip.deals.read.deals.Deal.Return;
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

    static final String COLUMNS = "d.*, coalesce(c.name, '') AS customer_name";
    static final String FROM = """
            deal d LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
            WHERE {d.tenant} AND d.state IS NOT NULL""";

    private static final String PEOPLE = "SELECT w.id FROM customer w WHERE {w.tenant} AND w.search LIKE :word";

    /** Those with more to search in than an index takes. */
    private static final String LONG = """
            SELECT w.id FROM deal w WHERE {w.tenant} AND w.sought IS NULL
            AND (w.search LIKE :word OR w.tracking LIKE :word)""";

    private static final ListQuery<DealItem> LIST = ListQuery.of(COLUMNS, FROM, "d.id", DealsStore::item)
            .sort("-date", "d.dealt_on")
            .sort("customerName", "c.sort_name")
            .sort("state", "d.state")
            .sort("stateSince", "d.state_since")
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
                        .query((row, number) -> deal(queries, id, row, number))
                        .optional());
    }

    private static Deal deal(TenantJdbc.Queries queries, UUID id, ResultSet row, int number) throws SQLException {
        return new Deal(
                item(row, number),
                row.getInt("quote_version"),
                offerLink(row),
                dateOrNull(row, "accepted_on"),
                constantOrNull(row, "accepted_by", AcceptedBy.class),
                row.getString("attestation_version"),
                row.getString("hold_remark"),
                row.getString("end_reason"),
                row.getString("end_remark"),
                appointment(row),
                row.getInt("no_shows"),
                labels(queries, id),
                money(row, "label_cost"),
                dateOrNull(row, "sent_on"),
                claim(row),
                dateOrNull(row, "received_on"),
                money(row, "found"),
                row.getString("requote_remark"),
                dateOrNull(row, "requote_accepted_on"),
                constantOrNull(row, "requote_accepted_by", AcceptedBy.class),
                dateOrNull(row, "agreed_on"),
                moneyOrNull(row, "agreed"),
                money(row, "payout_fee"),
                money(row, "fee_difference"),
                returned(row),
                dateOrNull(row, "closed_on"),
                row.getString("note"),
                DealLinesStore.of(queries, id),
                payouts(queries, id),
                sales(queries, id));
    }

    private static @Nullable OfferLink offerLink(ResultSet row) throws SQLException {
        UUID link = idOrNull(row, "link_id");
        return link == null ? null : new OfferLink(link, date(row, "link_made_on"), dateOrNull(row, "link_good_until"));
    }

    private static @Nullable Appointment appointment(ResultSet row) throws SQLException {
        LocalDate on = dateOrNull(row, "meet_on");
        return on == null
                ? null
                : new Appointment(on, row.getObject("meet_at", LocalTime.class), row.getString("meeting_place"));
    }

    private static @Nullable Claim claim(ResultSet row) throws SQLException {
        LocalDate openedOn = dateOrNull(row, "claim_opened_on");
        return openedOn == null
                ? null
                : new Claim(
                        money(row, "claim_amount"),
                        row.getString("claim_reference"),
                        openedOn,
                        moneyOrNull(row, "claim_received"),
                        dateOrNull(row, "claim_settled_on"));
    }

    private static @Nullable Return returned(ResultSet row) throws SQLException {
        LocalDate since = dateOrNull(row, "return_since");
        return since == null
                ? null
                : new Return(
                        since,
                        dateOrNull(row, "returned_on"),
                        constantOrNull(row, "return_carrier", Carrier.class),
                        row.getString("return_tracking"),
                        dateOrNull(row, "donated_on"));
    }

    private static List<Label> labels(TenantJdbc.Queries queries, UUID deal) {
        return queries.query("SELECT * FROM deal_label WHERE {tenant} AND deal_id = :deal ORDER BY made_on, id")
                .param("deal", deal)
                .query((row, number) -> new Label(
                        id(row, "id"),
                        constant(row, "carrier", Carrier.class),
                        row.getString("tracking_number"),
                        money(row, "cost"),
                        date(row, "made_on"),
                        dateOrNull(row, "voided_on")))
                .list();
    }

    private static List<Payout> payouts(TenantJdbc.Queries queries, UUID deal) {
        return queries.query("SELECT * FROM payout WHERE {tenant} AND deal_id = :deal ORDER BY paid_on, id")
                .param("deal", deal)
                .query((row, number) -> new Payout(
                        id(row, "id"),
                        constant(row, "state", PayoutState.class),
                        money(row, "amount"),
                        money(row, "fee"),
                        constant(row, "method", PayoutMethod.class),
                        row.getString("reference"),
                        row.getString("remark"),
                        date(row, "paid_on"),
                        dateOrNull(row, "confirmed_on"),
                        dateOrNull(row, "failed_on")))
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

    static Filter filter(FindDeals question) {
        return new Filter()
                .and("d.state = :state", "state", question.state())
                .and("d.customer_id = :customerId", "customerId", question.customerId())
                .and("d.imported = :imported", "imported", question.imported())
                .and("d.dealt_on >= :from", "from", question.from())
                .and("d.dealt_on <= :to", "to", question.to())
                .among("d.id", question.ids())
                .elsewhere("d.customer_id", PEOPLE)
                .elsewhere("d.id", LONG)
                .words(question.search(), "d.sought");
    }

    static DealItem item(ResultSet row, int number) throws SQLException {
        return new DealItem(
                id(row, "id"),
                id(row, "customer_id"),
                row.getString("customer_name"),
                constant(row, "state", DealState.class),
                date(row, "state_since"),
                constantOrNull(row, "hold_reason", HeldFor.class),
                date(row, "dealt_on"),
                dateOrNull(row, "valid_until"),
                row.getString("items"),
                row.getInt("boxes"),
                money(row, "quoted"),
                money(row, "at_stake"),
                money(row, "owed"),
                money(row, "paid"),
                row.getInt("to_return"),
                money(row, "landed_cost"),
                money(row, "proceeds"),
                money(row, "profit"),
                row.getBoolean("imported"),
                row.getLong("version"));
    }
}
