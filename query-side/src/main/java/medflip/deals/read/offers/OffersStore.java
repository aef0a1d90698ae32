package medflip.deals.read.offers;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.constantOrNull;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.deals.events.Attestation;
import medflip.deals.events.Difference;
import medflip.deals.events.Outcome;
import medflip.deals.read.offers.OpenOffer.BoxesFound;
import medflip.deals.read.offers.OpenOffer.OfferLine;
import medflip.deals.read.offers.OpenOffer.OfferedBoxes;
import medflip.deals.read.offers.OpenOffer.Requote;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the one offer that a private link leads to, as the business whose link it is. */
@Component
class OffersStore {

    /** What is offered now: the quote, or the price of what was found. */
    private static final String OFFER = """
            SELECT a.name, a.time_zone, d.state, d.quoted, d.found, d.currency, d.requote_remark,
                   coalesce(l.good_until, d.valid_until) AS good_until
            FROM offer_link l JOIN deal d ON {d.tenant} AND d.id = l.deal_id JOIN account a ON {a.tenant}
            WHERE {l.tenant} AND l.token_hash = :hash AND d.state IN ('QUOTED', 'REQUOTED')
            """;

    private record Link(TenantId tenant, UUID deal) {}

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final Clock clock;

    OffersStore(JdbcClient jdbc, TenantJdbc tenants, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Empty where there is no such link (any more), and where its offer can't be accepted. */
    Optional<OpenOffer> open(String tokenHash) {
        return jdbc.sql("SELECT tenant_id, deal_id FROM read.offer_link WHERE token_hash = :hash")
                .param("hash", tokenHash)
                .query((row, number) -> new Link(new TenantId(id(row, "tenant_id")), id(row, "deal_id")))
                .optional()
                .flatMap(link -> tenants.read(link.tenant(), queries -> offer(queries, tokenHash, link.deal())));
    }

    private Optional<OpenOffer> offer(TenantJdbc.Queries queries, String tokenHash, UUID deal) {
        return queries.query(OFFER)
                .param("hash", tokenHash)
                .query((row, number) -> offer(queries, deal, row))
                .optional()
                .flatMap(offer -> offer);
    }

    private Optional<OpenOffer> offer(TenantJdbc.Queries queries, UUID deal, ResultSet row) throws SQLException {
        LocalDate goodUntil = date(row, "good_until");
        if (LocalDate.now(clock.withZone(ZoneId.of(row.getString("time_zone")))).isAfter(goodUntil)) {
            return Optional.empty();
        }
        boolean requoted = row.getString("state").equals("REQUOTED");
        return Optional.of(new OpenOffer(
                row.getString("name"),
                lines(queries, deal, requoted ? found(queries, deal) : Map.of()),
                money(row, requoted ? "found" : "quoted"),
                goodUntil,
                requoted ? null : Attestation.VERSION,
                requoted ? null : Attestation.TEXT,
                requoted ? new Requote(money(row, "quoted"), row.getString("requote_remark")) : null));
    }

    private static List<OfferLine> lines(TenantJdbc.Queries queries, UUID deal, Map<Integer, List<BoxesFound>> found) {
        return queries.query("SELECT * FROM deal_line WHERE {tenant} AND deal_id = :deal ORDER BY line")
                .param("deal", deal)
                .query((row, number) -> new OfferLine(
                        row.getString("item"), quoted(row), found.getOrDefault(row.getInt("line"), List.of())))
                .list();
    }

    private static @Nullable OfferedBoxes quoted(ResultSet row) throws SQLException {
        return row.getObject("expiry") == null
                ? null
                : new OfferedBoxes(
                        month(row, "expiry"),
                        constant(row, "grade", Grade.class),
                        row.getInt("quantity"),
                        money(row, "unit_price"),
                        money(row, "total"));
    }

    private static Map<Integer, List<BoxesFound>> found(TenantJdbc.Queries queries, UUID deal) {
        Map<Integer, List<BoxesFound>> found = new HashMap<>();
        queries.query("SELECT * FROM deal_found WHERE {tenant} AND deal_id = :deal ORDER BY line, number")
                .param("deal", deal)
                .query((RowCallbackHandler) row -> found.computeIfAbsent(row.getInt("line"), line -> new ArrayList<>())
                        .add(found(row)));
        return found;
    }

    private static BoxesFound found(ResultSet row) throws SQLException {
        return new BoxesFound(
                month(row, "expiry"),
                constantOrNull(row, "grade", Grade.class),
                row.getInt("quantity"),
                money(row, "unit_price"),
                constant(row, "outcome", Outcome.class),
                constantOrNull(row, "difference", Difference.class),
                money(row, "total"));
    }
}
