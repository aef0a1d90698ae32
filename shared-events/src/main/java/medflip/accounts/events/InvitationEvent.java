package medflip.accounts.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;

/** Everything that can happen to an invitation to join a business. */
public sealed interface InvitationEvent extends DomainEvent {
    InvitationId invitationId();

    @Override
    default InvitationId aggregateId() {
        return invitationId();
    }

    /** An owner asked somebody to join, by a private link that is good for a while. */
    record MemberInvited(
            InvitationId invitationId,
            @PersonalData("accounts.invited-email") EmailAddress email,
            Role role,

            @JsonIgnore @NotPersonal("a hash of many random bits")
            String tokenHash,

            Instant goodUntil)
            implements InvitationEvent {}

    /**
     * The invitation's mail came back, or is unwanted there, as the mail provider says; its link is good all the same.
     */
    record InvitationAddressMarked(InvitationId invitationId, AddressFault fault, Instant at)
            implements InvitationEvent {}

    /** The link leads nowhere any more. */
    record InvitationRevoked(InvitationId invitationId) implements InvitationEvent {}

    /** Who was invited joined. */
    record InvitationAccepted(InvitationId invitationId, UserId userId) implements InvitationEvent {}
}
