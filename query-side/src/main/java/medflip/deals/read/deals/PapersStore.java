package medflip.deals.read.deals;

import static medflip.platform.web.Columns.texts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.PostalAddress;
import medflip.kernel.TenantId;
import medflip.platform.document.Document.Party;
import medflip.platform.document.Letterhead;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import org.springframework.stereotype.Component;

/** Reads what a deal's papers say. */
@Component
class PapersStore {

    /** A deal between two parties, as its papers name them. */
    record DealPaper(Deal deal, Party seller, Party business) {}

    private final DealsStore deals;
    private final TenantJdbc tenants;

    PapersStore(DealsStore deals, TenantJdbc tenants) {
        this.deals = deals;
        this.tenants = tenants;
    }

    Optional<DealPaper> paper(TenantId tenant, UUID id, String seller, String business) {
        return deals.deal(tenant, id)
                .map(deal -> tenants.read(
                        tenant,
                        queries -> new DealPaper(
                                deal, seller(queries, seller, deal.item()), Letterhead.of(queries, business))));
    }

    private static Party seller(TenantJdbc.Queries queries, String role, DealItem deal) {
        return queries.query("""
                        SELECT addresses -> 0 -> 'address' AS address, phones, emails FROM customer
                        WHERE {tenant} AND id = :id AND registered_at IS NOT NULL
                        """)
                .param("id", deal.customerId())
                .query((row, number) -> Letterhead.party(
                        role,
                        deal.customerName(),
                        Json.valueOrNull(row.getString("address"), PostalAddress.class),
                        texts(row, "phones").stream().findFirst().orElse(null),
                        texts(row, "emails").stream().findFirst().orElse(null)))
                .optional()
                .orElse(new Party(role, List.of(deal.customerName())));
    }
}
