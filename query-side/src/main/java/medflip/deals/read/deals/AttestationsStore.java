package medflip.deals.read.deals;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.id;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.Attestation;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;

/** Reads what sellers attested to. */
@Component
class AttestationsStore {

    private final TenantJdbc tenants;

    AttestationsStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** Empty for somebody who isn't in the books. */
    Optional<List<AttestedDeal>> of(TenantId tenant, UUID person) {
        return tenants.read(tenant, queries -> {
            boolean known = queries.query("""
                            SELECT EXISTS (SELECT FROM customer
                                           WHERE {tenant} AND id = :person AND registered_at IS NOT NULL)
                            """)
                    .param("person", person)
                    .query(Boolean.class)
                    .single();
            return known ? Optional.of(of(queries, person)) : Optional.empty();
        });
    }

    private static List<AttestedDeal> of(TenantJdbc.Queries queries, UUID person) {
        return queries.query("""
                        SELECT d.id, d.items, d.accepted_on, d.accepted_by, d.attestation_version FROM deal d
                        WHERE {d.tenant} AND d.customer_id = :person AND d.attestation_version IS NOT NULL
                        ORDER BY d.accepted_on DESC, d.id
                        """)
                .param("person", person)
                .query((row, number) -> new AttestedDeal(
                        id(row, "id"),
                        row.getString("items"),
                        date(row, "accepted_on"),
                        constant(row, "accepted_by", AcceptedBy.class),
                        row.getString("attestation_version"),
                        Attestation.text(row.getString("attestation_version"))))
                .list();
    }
}
