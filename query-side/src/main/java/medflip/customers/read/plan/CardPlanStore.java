package medflip.customers.read.plan;

import medflip.customers.events.CardPlan;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import org.springframework.stereotype.Component;

/** Reads the plan that holds. */
@Component
class CardPlanStore {

    private final TenantJdbc tenants;

    CardPlanStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    CardPlan plan(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT plan FROM card_plan WHERE {tenant}")
                        .query((row, number) -> Json.value(row.getString("plan"), CardPlan.class))
                        .optional()
                        .orElse(CardPlan.EMPTY));
    }
}
