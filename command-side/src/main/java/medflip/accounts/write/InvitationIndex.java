package medflip.accounts.write;

import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.InvitationEvent;
import medflip.accounts.events.InvitationEvent.InvitationAccepted;
import medflip.accounts.events.InvitationEvent.InvitationAddressMarked;
import medflip.accounts.events.InvitationEvent.InvitationRevoked;
import medflip.accounts.events.InvitationEvent.MemberInvited;
import medflip.accounts.events.InvitationId;
import medflip.accounts.events.Role;
import medflip.kernel.TenantId;
import medflip.platform.privacy.BlindIndex;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the invitation that a private link is for, over all businesses: whose it is, the link's own row says. */
@Component
@ProcessingGroup("accounts.invitation-index")
class InvitationIndex {

    record OpenInvitation(InvitationId id, byte[] emailIndex, Role role) {}

    private final JdbcClient jdbc;
    private final BlindIndex index;

    InvitationIndex(JdbcClient jdbc, BlindIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    Optional<OpenInvitation> find(String tokenHash) {
        return jdbc.sql("""
                        SELECT tenant_id, invitation_id, email_index, role FROM write.invitation
                        WHERE token_hash = :hash
                        """)
                .param("hash", tokenHash)
                .query((row, number) -> new OpenInvitation(
                        InvitationId.of(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("invitation_id", UUID.class)),
                        row.getBytes("email_index"),
                        Role.valueOf(row.getString("role"))))
                .optional();
    }

    @EventHandler
    void on(InvitationEvent event) {
        switch (event) {
            case MemberInvited invited -> add(invited);
            case InvitationAddressMarked marked -> {}
            case InvitationRevoked revoked -> remove(revoked.invitationId());
            case InvitationAccepted accepted -> remove(accepted.invitationId());
        }
    }

    private void add(MemberInvited invited) {
        InvitationId id = invited.invitationId();
        remove(id);
        jdbc.sql("""
                        INSERT INTO write.invitation (token_hash, tenant_id, invitation_id, email_index, role)
                        VALUES (:hash, :tenant, :id, :email, :role)
                        """)
                .param("hash", invited.tokenHash())
                .param("tenant", id.tenantId().value())
                .param("id", id.local())
                .param("email", index.global("sign-in", invited.email().value()))
                .param("role", invited.role().name())
                .update();
    }

    private void remove(InvitationId id) {
        jdbc.sql("DELETE FROM write.invitation WHERE tenant_id = :tenant AND invitation_id = :id")
                .param("tenant", id.tenantId().value())
                .param("id", id.local())
                .update();
    }
}
