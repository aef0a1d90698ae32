package medflip.audit.read.timeline;

import medflip.kernel.DomainEvent;
import medflip.platform.command.Undone;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;

/** Notes which fact undoes which, whatever they are about, and why. */
@Projection(processingGroup = UndoneProjection.GROUP, tables = "undone_fact")
class UndoneProjection {

    static final String GROUP = "audit.undone";

    @EventHandler
    void on(DomainEvent event, Recorded recorded, Rows rows) {
        Undone undone = recorded.undone();
        if (undone != null) {
            rows.write(
                    recorded.position(),
                    "INSERT INTO undone_fact (tenant_id, position, undone_by, reason) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (tenant_id, position, undone_by) DO NOTHING",
                    event.aggregateId().tenantId(),
                    undone.position(),
                    recorded.position(),
                    undone.reason());
        }
    }
}
