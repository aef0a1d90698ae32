package medflip.accounts.read.support;

import medflip.accounts.events.SupportEvent;
import medflip.accounts.events.SupportEvent.SupportEntered;
import medflip.accounts.events.SupportEvent.SupportGranted;
import medflip.accounts.events.SupportEvent.SupportLeft;
import medflip.accounts.events.SupportEvent.SupportRanOut;
import medflip.accounts.events.SupportEvent.SupportRevoked;
import medflip.accounts.events.SupportId;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Fills support sessions and their visits. */
@Projection(
        processingGroup = SupportProjection.GROUP,
        tables = {"support", "support_visit"})
class SupportProjection {

    static final String GROUP = "accounts.support";

    @EventHandler
    void on(SupportEvent event, @SequenceNumber long version, Recorded recorded, Rows rows) {
        SupportId id = event.supportId();
        switch (event) {
            case SupportGranted granted -> grant(granted, recorded, rows);
            case SupportEntered entered ->
                rows.write(
                        id,
                        """
                        INSERT INTO support_visit (tenant_id, support_id, position, operator_id, operator, entered_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                        id.tenantId(),
                        id,
                        recorded.position(),
                        entered.operatorId(),
                        entered.operator().value(),
                        recorded.at());
            case SupportLeft left -> rows.write(id, """
                        UPDATE support_visit SET left_at = ?
                        WHERE tenant_id = ? AND support_id = ? AND operator_id = ? AND left_at IS NULL
                        """, recorded.at(), id.tenantId(), id, left.operatorId());
            case SupportRevoked revoked -> end(id, true, recorded, rows);
            case SupportRanOut ranOut -> end(id, false, recorded, rows);
        }
        rows.write(id, "UPDATE support SET version = ? WHERE tenant_id = ? AND id = ?", version, id.tenantId(), id);
    }

    private static void grant(SupportGranted event, Recorded recorded, Rows rows) {
        rows.write(
                event.supportId(),
                """
                INSERT INTO support (tenant_id, id, reason, may_write, granted_at, granted_by, good_until, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0)
                """,
                event.supportId().tenantId(),
                event.supportId(),
                event.reason().value(),
                event.mayWrite(),
                recorded.at(),
                recorded.actor(),
                event.goodUntil());
    }

    private static void end(SupportId id, boolean revoked, Recorded recorded, Rows rows) {
        rows.write(
                id,
                "UPDATE support SET ended_at = ?, revoked = ? WHERE tenant_id = ? AND id = ?",
                recorded.at(),
                revoked,
                id.tenantId(),
                id);
        rows.write(
                id,
                "UPDATE support_visit SET left_at = ? WHERE tenant_id = ? AND support_id = ? AND left_at IS NULL",
                recorded.at(),
                id.tenantId(),
                id);
    }
}
