package medflip.sales.read.sales;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.platform.document.Document.Party;
import medflip.platform.document.Letterhead;
import medflip.platform.tenancy.TenantJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what an invoice says. */
@Component
class InvoiceStore {

    /** A sale between two parties, as its invoice names them. */
    record Invoiced(Sale sale, Party business, Party buyer) {}

    private static final String ROLE = "Bill to";

    private final SalesStore sales;
    private final TenantJdbc tenants;

    InvoiceStore(SalesStore sales, TenantJdbc tenants) {
        this.sales = sales;
        this.tenants = tenants;
    }

    Optional<Invoiced> invoiced(TenantId tenant, UUID id) {
        return sales.sale(tenant, id)
                .map(sale -> tenants.read(
                        tenant,
                        queries -> new Invoiced(sale, Letterhead.of(queries, "From"), buyer(queries, sale.item()))));
    }

    /** As it was called when the sale was agreed; how it is reached now, if it is in the books. */
    private static Party buyer(TenantJdbc.Queries queries, SaleItem sale) {
        return queries.query("SELECT contact, phone, email FROM buyer WHERE {tenant} AND id = :id")
                .param("id", sale.buyerId())
                .query((row, number) ->
                        reached(sale.buyer(), row.getString("contact"), row.getString("phone"), row.getString("email")))
                .optional()
                .orElseGet(() -> reached(sale.buyer(), null, null, null));
    }

    private static Party reached(
            String name, @Nullable String contact, @Nullable String phone, @Nullable String email) {
        Party party = Letterhead.party(ROLE, name, null, phone, email);
        return contact == null
                ? party
                : new Party(
                        ROLE,
                        Stream.concat(
                                        Stream.of(name, contact),
                                        party.lines().stream().skip(1))
                                .toList());
    }
}
