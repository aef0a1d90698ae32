package medflip.deals.read.offers;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.deals.events.Attestation;
import medflip.deals.read.offers.OpenOffer.OfferLine;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the one offer that a private link leads to, as the business whose link it is. */
@Component
class OffersStore {

    private record Found(TenantId tenant, UUID deal) {}

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
                .query((row, number) -> new Found(
                        new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("deal_id", UUID.class)))
                .optional()
                .flatMap(found -> tenants.read(found.tenant(), queries -> offer(queries, found.deal())));
    }

    private Optional<OpenOffer> offer(TenantJdbc.Queries queries, UUID deal) {
        return queries.query("""
                        SELECT a.name, a.time_zone, d.quoted, d.currency, d.valid_until
                        FROM deal d JOIN account a ON {a.tenant}
                        WHERE {d.tenant} AND d.id = :deal AND d.state = 'QUOTED'
                        """)
                .param("deal", deal)
                .query((row, number) -> {
                    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(row.getString("time_zone"))));
                    LocalDate validUntil = date(row, "valid_until");
                    return today.isAfter(validUntil)
                            ? Optional.<OpenOffer>empty()
                            : Optional.of(new OpenOffer(
                                    row.getString("name"),
                                    lines(queries, deal),
                                    money(row, "quoted"),
                                    validUntil,
                                    Attestation.VERSION,
                                    Attestation.TEXT));
                })
                .optional()
                .flatMap(offer -> offer);
    }

    private static List<OfferLine> lines(TenantJdbc.Queries queries, UUID deal) {
        return queries.query("SELECT * FROM deal_line WHERE {tenant} AND deal_id = :deal ORDER BY line")
                .param("deal", deal)
                .query((row, number) -> new OfferLine(
                        row.getString("item"),
                        month(row, "expiry"),
                        constant(row, "grade", Grade.class),
                        row.getInt("quantity"),
                        money(row, "unit_price"),
                        money(row, "total")))
                .list();
    }
}
