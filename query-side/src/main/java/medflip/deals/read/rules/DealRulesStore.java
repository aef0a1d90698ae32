package medflip.deals.read.rules;

import medflip.deals.events.DealRules;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;

/** Reads the rules that hold: the business's own, or else the usual ones. */
@Component
class DealRulesStore {

    private final TenantJdbc tenants;

    DealRulesStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    DealRules rules(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT donate_after_days, close_after_days FROM deal_rules WHERE {tenant}")
                        .query((row, number) -> new DealRules(
                                row.getInt("donate_after_days"), (Integer) row.getObject("close_after_days")))
                        .optional()
                        .orElse(DealRules.USUAL));
    }
}
