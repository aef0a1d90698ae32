package medflip.accounts.write;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.InvitationEvent.InvitationAccepted;
import medflip.accounts.events.InvitationEvent.InvitationRevoked;
import medflip.accounts.events.InvitationEvent.MemberInvited;
import medflip.accounts.events.InvitationId;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.InvitationCommand.InviteMember;
import medflip.accounts.write.InvitationCommand.RevokeInvitation;
import medflip.kernel.EmailAddress;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class InvitationTest extends AggregateSpec<Invitation> {

    private static final InvitationId INVITATION = InvitationId.of(TENANT, new UUID(7, 3));
    private static final EmailAddress EMAIL = new EmailAddress("colleague@example.com");
    private static final Instant UNTIL = Instant.parse("2026-12-01T12:00:00Z");
    private static final MemberInvited INVITED = new MemberInvited(INVITATION, EMAIL, Role.STAFF, "hash", UNTIL);

    @Test
    void an_address_is_invited() {
        when(new InviteMember(INVITATION, EMAIL, Role.STAFF, "hash", UNTIL));
        then(INVITED);
    }

    @Test
    void an_open_invitation_is_taken_back() {
        given(INVITED);
        when(new RevokeInvitation(INVITATION));
        then(new InvitationRevoked(INVITATION));
    }

    @Test
    void an_answered_invitation_is_not() {
        given(INVITED, new InvitationAccepted(INVITATION, UserId.of(TENANT, new UUID(7, 4))));
        when(new RevokeInvitation(INVITATION));
        thenRejected(AccountRejection.INVITATION_VOID);
    }
}
