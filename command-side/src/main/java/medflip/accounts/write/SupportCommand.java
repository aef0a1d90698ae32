package medflip.accounts.write;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.SupportId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalText;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;

/** What can be asked about a support session. A closed account can have one, to be helped. */
public sealed interface SupportCommand extends Command, AllowedWhenClosed {
    SupportId supportId();

    @Override
    default SupportId aggregateId() {
        return supportId();
    }

    /** Lets the service's staff in until then. */
    record GrantSupport(SupportId supportId, PersonalText reason, boolean mayWrite, Instant goodUntil)
            implements SupportCommand {}

    /** One of them comes in. */
    record EnterSupport(SupportId supportId, UUID operatorId, EmailAddress operator, Instant at)
            implements SupportCommand {}

    /** They leave. Who isn't in has left. */
    record LeaveSupport(SupportId supportId, UUID operatorId) implements SupportCommand {}

    /** Ends it at once. One that is over stays so. */
    record RevokeSupport(SupportId supportId) implements SupportCommand {}

    /** Ends it if its time is over. */
    record LetSupportRunOut(SupportId supportId, Instant at) implements SupportCommand {}
}
