package medflip.customers.read.plan;

import medflip.customers.events.CardPlan;
import medflip.customers.events.CardPlan.LeadSource;
import medflip.customers.events.CardPlan.Spending;
import medflip.customers.events.CardPlanEvent.CardPlanSet;
import medflip.platform.view.Json;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;

/** Keeps the plan that holds, and what lead sources are called and cost, for lists and reports to join. */
@Projection(
        processingGroup = CardPlanProjection.GROUP,
        tables = {"card_plan", "lead_source_name", "lead_source_cost"})
class CardPlanProjection {

    static final String GROUP = "customers.plan";

    private static final String NAME = """
            INSERT INTO lead_source_name (tenant_id, name, shown) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private static final String COST = """
            INSERT INTO lead_source_cost AS c (tenant_id, shown, month, amount, currency) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, shown, month) DO UPDATE SET amount = c.amount + excluded.amount
            """;

    @EventHandler
    void on(CardPlanSet event, Rows rows) {
        CardPlan plan = event.plan();
        rows.write(event.planId(), """
                INSERT INTO card_plan (tenant_id, plan) VALUES (?, ?::jsonb)
                ON CONFLICT (tenant_id) DO UPDATE SET plan = excluded.plan
                """, event.planId().tenantId(), Json.text(plan));
        rows.write(
                event.planId(),
                "DELETE FROM lead_source_name WHERE tenant_id = ?",
                event.planId().tenantId());
        rows.write(
                event.planId(),
                "DELETE FROM lead_source_cost WHERE tenant_id = ?",
                event.planId().tenantId());
        for (LeadSource source : plan.leadSources()) {
            name(event, source.name(), source.name(), rows);
            for (String former : source.formerNames()) {
                name(event, former, source.name(), rows);
            }
            for (Spending spent : source.spending()) {
                rows.write(
                        event.planId(),
                        COST,
                        event.planId().tenantId(),
                        source.name(),
                        spent.month(),
                        spent.amount().minor(),
                        spent.amount().currency());
            }
        }
    }

    private static void name(CardPlanSet event, String name, String shown, Rows rows) {
        rows.write(event.planId(), NAME, event.planId().tenantId(), name, shown);
    }
}
