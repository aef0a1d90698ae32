package medflip.accounts.read.members;

import medflip.accounts.events.InvitationEvent.InvitationAccepted;
import medflip.accounts.events.InvitationEvent.InvitationAddressMarked;
import medflip.accounts.events.InvitationEvent.InvitationRevoked;
import medflip.accounts.events.InvitationEvent.MemberInvited;
import medflip.accounts.events.InvitationId;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Fills the open invitations: one that was answered or taken back has no row. */
@Projection(processingGroup = InvitationsProjection.GROUP, tables = "invitation")
class InvitationsProjection {

    static final String GROUP = "accounts.invitations";

    @EventHandler
    void on(MemberInvited event, @SequenceNumber long version, Recorded recorded, Rows rows) {
        rows.write(
                event.invitationId(),
                """
                INSERT INTO invitation (tenant_id, id, token_hash, email, role, invited_at, good_until, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                event.invitationId().tenantId(),
                event.invitationId(),
                event.tokenHash(),
                event.email().value(),
                event.role(),
                recorded.at(),
                event.goodUntil(),
                version);
    }

    @EventHandler
    void on(InvitationAddressMarked event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.invitationId(),
                "UPDATE invitation SET mail_fault = ?, version = ? WHERE tenant_id = ? AND id = ?",
                event.fault(),
                version,
                event.invitationId().tenantId(),
                event.invitationId());
    }

    @EventHandler
    void on(InvitationRevoked event, Rows rows) {
        remove(event.invitationId(), rows);
    }

    @EventHandler
    void on(InvitationAccepted event, Rows rows) {
        remove(event.invitationId(), rows);
    }

    private static void remove(InvitationId id, Rows rows) {
        rows.write(id, "DELETE FROM invitation WHERE tenant_id = ? AND id = ?", id.tenantId(), id);
    }
}
