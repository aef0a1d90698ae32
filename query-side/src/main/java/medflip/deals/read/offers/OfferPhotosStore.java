package medflip.deals.read.offers;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;

import java.util.List;
import java.util.UUID;
import medflip.kernel.FileKind;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the photos of the boxes that an offer is about, as the business whose private link it is. */
@Component
class OfferPhotosStore {

    /** A photo of an offer's boxes, and of which item. */
    record OfferPhoto(TenantId tenant, UUID id, String item, FileKind kind) {}

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final OffersStore offers;

    OfferPhotosStore(JdbcClient jdbc, TenantJdbc tenants, OffersStore offers) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.offers = offers;
    }

    /** None where the link leads to no offer (any more). */
    List<OfferPhoto> photos(String tokenHash) {
        if (offers.open(tokenHash).isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("SELECT tenant_id, deal_id FROM read.offer_link WHERE token_hash = :hash")
                .param("hash", tokenHash)
                .query((row, number) -> photos(new TenantId(id(row, "tenant_id")), id(row, "deal_id")))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<OfferPhoto> photos(TenantId tenant, UUID deal) {
        return tenants.read(
                tenant,
                queries -> queries.query("""
                        SELECT p.id, p.kind, l.item FROM deal_photo p
                        JOIN deal_line l ON {l.tenant} AND l.deal_id = p.deal_id AND l.line = p.line
                        WHERE {p.tenant} AND p.deal_id = :deal ORDER BY p.line, p.added, p.number
                        """)
                        .param("deal", deal)
                        .query((row, number) -> new OfferPhoto(
                                tenant, id(row, "id"), row.getString("item"), constant(row, "kind", FileKind.class)))
                        .list());
    }
}
