package medflip.deals.read.rules;

import medflip.deals.events.DealRulesEvent.DealRulesSet;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;

/** Keeps the rules that hold. */
@Projection(processingGroup = DealRulesProjection.GROUP, tables = "deal_rules")
class DealRulesProjection {

    static final String GROUP = "deals.rules";

    @EventHandler
    void on(DealRulesSet event, Rows rows) {
        rows.write(
                event.rulesId(),
                """
                INSERT INTO deal_rules (tenant_id, donate_after_days, close_after_days) VALUES (?, ?, ?)
                ON CONFLICT (tenant_id) DO UPDATE SET
                    donate_after_days = excluded.donate_after_days, close_after_days = excluded.close_after_days
                """,
                event.rulesId().tenantId(),
                event.rules().donateAfterDays(),
                event.rules().closeAfterDays());
    }
}
