package medflip.expenses.write;

import static medflip.platform.command.Rejection.require;

import java.util.UUID;
import medflip.deals.events.DealId;
import medflip.kernel.TenantId;
import medflip.platform.command.KnownStreams;
import medflip.platform.web.Faults;
import medflip.sales.events.SaleId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an expense or a trip may be for: a deal or a sale of the same business, which must be there. */
@Component
class DealsAndSales {

    private final KnownStreams known;

    DealsAndSales(KnownStreams known) {
        this.known = known;
    }

    /** Notes a fault if both are named: what is for both is two expenses, or overhead. */
    static void check(Faults faults, @Nullable UUID deal, @Nullable UUID sale) {
        faults.check(deal == null || sale == null, "saleId", "This is for a deal or for a sale, not for both.");
    }

    /** @throws medflip.platform.command.CommandRejected if there is no such deal */
    @Nullable
    DealId deal(TenantId tenant, @Nullable UUID local) {
        if (local == null) {
            return null;
        }
        DealId deal = DealId.of(tenant, local);
        require(known.isKnown(deal), ExpenseRejection.UNKNOWN_DEAL);
        return deal;
    }

    /** @throws medflip.platform.command.CommandRejected if there is no such sale */
    @Nullable
    SaleId sale(TenantId tenant, @Nullable UUID local) {
        if (local == null) {
            return null;
        }
        SaleId sale = SaleId.of(tenant, local);
        require(known.isKnown(sale), ExpenseRejection.UNKNOWN_SALE);
        return sale;
    }
}
