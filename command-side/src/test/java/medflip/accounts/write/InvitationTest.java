package medflip.accounts.write;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.InvitationEvent.InvitationAccepted;
import medflip.accounts.events.InvitationEvent.InvitationAddressMarked;
import medflip.accounts.events.InvitationEvent.InvitationRevoked;
import medflip.accounts.events.InvitationEvent.MemberInvited;
import medflip.accounts.events.InvitationId;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.InvitationCommand.InviteMember;
import medflip.accounts.write.InvitationCommand.MarkInvitationAddress;
import medflip.accounts.write.InvitationCommand.RevokeInvitation;
import medflip.kernel.EmailAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class InvitationTest extends AggregateSpec<Invitation> {

    private static final InvitationId INVITATION = InvitationId.of(TENANT, new UUID(7, 3));
    private static final EmailAddress EMAIL = new EmailAddress("colleague@example.com");
    private static final Instant UNTIL = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T12:05:00Z");
    private static final InvitationAddressMarked BOUNCED =
            new InvitationAddressMarked(INVITATION, AddressFault.BOUNCED, NOW);
    private static final MemberInvited INVITED = new MemberInvited(INVITATION, EMAIL, Role.STAFF, "hash", UNTIL);

    @Test
    void an_address_is_invited() {
        when(new InviteMember(INVITATION, EMAIL, Role.STAFF, "hash", UNTIL));
        then(INVITED);
    }

    @Test
    void a_business_never_makes_anybody_an_operator() {
        when(new InviteMember(INVITATION, EMAIL, Role.OPERATOR, "hash", UNTIL));
        thenRejected(AccountRejection.NO_ROLE_HERE);
    }

    @Test
    void the_service_itself_invites_operators_and_nobody_else() {
        InvitationId own = InvitationId.of(TenantId.SERVICE, new UUID(7, 3));
        from(TenantId.SERVICE);
        when(new InviteMember(own, EMAIL, Role.OPERATOR, "hash", UNTIL));
        then(new MemberInvited(own, EMAIL, Role.OPERATOR, "hash", UNTIL));
    }

    @Test
    void the_service_itself_has_no_staff_of_a_business() {
        from(TenantId.SERVICE);
        when(new InviteMember(InvitationId.of(TenantId.SERVICE, new UUID(7, 3)), EMAIL, Role.STAFF, "hash", UNTIL));
        thenRejected(AccountRejection.NO_ROLE_HERE);
    }

    @Test
    void an_open_invitation_is_taken_back() {
        given(INVITED);
        when(new RevokeInvitation(INVITATION));
        then(new InvitationRevoked(INVITATION));
    }

    @Test
    void that_its_mail_did_not_arrive_is_told_once_and_leaves_it_open() {
        given(INVITED);
        when(new MarkInvitationAddress(INVITATION, AddressFault.BOUNCED, NOW));
        then(BOUNCED);
        given(INVITED, BOUNCED);
        when(new MarkInvitationAddress(INVITATION, AddressFault.BOUNCED, NOW.plusSeconds(1)));
        then();
        given(INVITED, BOUNCED);
        when(new RevokeInvitation(INVITATION));
        then(new InvitationRevoked(INVITATION));
    }

    @Test
    void what_becomes_of_the_mail_of_one_that_was_answered_matters_to_nobody() {
        given(INVITED, new InvitationRevoked(INVITATION));
        when(new MarkInvitationAddress(INVITATION, AddressFault.BOUNCED, NOW));
        then();
    }

    @Test
    void an_answered_invitation_is_not_taken_back() {
        given(INVITED, new InvitationAccepted(INVITATION, UserId.of(TENANT, new UUID(7, 4))));
        when(new RevokeInvitation(INVITATION));
        thenRejected(AccountRejection.INVITATION_VOID);
    }
}
