package medflip.accounts.write;

import java.time.Instant;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.InvitationId;
import medflip.accounts.events.Role;
import medflip.kernel.EmailAddress;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;

/** What can be asked of an invitation. */
public sealed interface InvitationCommand extends Command {
    InvitationId invitationId();

    @Override
    default InvitationId aggregateId() {
        return invitationId();
    }

    /** Asks an address to join, by a link that is good until then. */
    record InviteMember(InvitationId invitationId, EmailAddress email, Role role, String tokenHash, Instant goodUntil)
            implements InvitationCommand {}

    /** Says that the invitation's mail didn't arrive, or is unwanted. It counts while the invitation is open. */
    record MarkInvitationAddress(InvitationId invitationId, AddressFault fault, Instant at)
            implements InvitationCommand {}

    /** Has the link lead nowhere. */
    record RevokeInvitation(InvitationId invitationId) implements InvitationCommand, AllowedWhenClosed {}
}
