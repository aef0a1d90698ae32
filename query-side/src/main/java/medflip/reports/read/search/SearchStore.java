package medflip.reports.read.search;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;

import java.util.List;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.SearchText;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Looks through people, deals, lots and sales. */
@Component
class SearchStore {

    private static final RowMapper<Hit> HIT = (row, number) -> new Hit(
            constant(row, "kind", Hit.Kind.class), id(row, "id"), row.getString("title"), row.getString("subtitle"));

    private static final ListQuery<Hit> PEOPLE = ListQuery.of(
                    "'customer' AS kind, c.id, c.name AS title, "
                            + "concat_ws(', ', nullif(c.phones[1], ''), nullif(c.emails[1], '')) AS subtitle",
                    "customer c WHERE {c.tenant} AND c.registered_at IS NOT NULL",
                    "c.id",
                    HIT)
            .sort("-lastDealOn", "c.last_deal_on");

    private static final ListQuery<Hit> DEALS = ListQuery.of(
                    "'deal' AS kind, d.id, d.items AS title, "
                            + "concat_ws(', ', c.name, d.dealt_on, lower(d.state)) AS subtitle",
                    """
                    deal d LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
                    WHERE {d.tenant} AND d.state IS NOT NULL""",
                    "d.id",
                    HIT)
            .sort("-date", "d.dealt_on");

    private static final ListQuery<Hit> LOTS = ListQuery.of(
                    "'lot' AS kind, t.id, t.item AS title, "
                            + "'exp ' || to_char(t.expiry, 'YYYY-MM') || ', ' || t.on_hand || ' on hand' AS subtitle",
                    "lot t WHERE {t.tenant}",
                    "t.id",
                    HIT)
            .sort("-stockedOn", "t.stocked_on");

    private static final ListQuery<Hit> SALES = ListQuery.of(
                    "'sale' AS kind, s.id, s.buyer AS title, "
                            + "concat_ws(', ', s.dated_on, lower(s.state), s.tracking) AS subtitle",
                    "sale s WHERE {s.tenant} AND s.state IS NOT NULL",
                    "s.id",
                    HIT)
            .sort("-date", "s.dated_on");

    private static final int PEOPLE_MAX = 8;
    private static final int DEALS_MAX = 6;
    private static final int LOTS_MAX = 6;
    private static final int SALES_MAX = 4;

    private final TenantJdbc tenants;

    SearchStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** At most 24 hits, the newest of each kind. */
    List<Hit> search(TenantId tenant, String text) {
        if (SearchText.words(text).isEmpty()) {
            return List.of();
        }
        return tenants.read(
                tenant,
                queries -> Stream.of(
                                PEOPLE.first(queries, new Filter().words(text, "c.search"), PEOPLE_MAX),
                                DEALS.first(queries, new Filter().words(text, "d.search", "c.search"), DEALS_MAX),
                                LOTS.first(
                                        queries, new Filter().words(text, "t.search", "lower(t.lot_number)"), LOTS_MAX),
                                SALES.first(queries, new Filter().words(text, "s.search"), SALES_MAX))
                        .flatMap(List::stream)
                        .toList());
    }
}
