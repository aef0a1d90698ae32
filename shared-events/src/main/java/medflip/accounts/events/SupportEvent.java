package medflip.accounts.events;

import java.time.Instant;
import java.util.UUID;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;

/** Everything that can happen to a support session. */
public sealed interface SupportEvent extends DomainEvent {
    SupportId supportId();

    @Override
    default SupportId aggregateId() {
        return supportId();
    }

    /** An owner let the service's staff look at the business, or help in it, for a while. */
    record SupportGranted(
            SupportId supportId,
            @PersonalData("accounts.support-reason") PersonalText reason,
            boolean mayWrite,
            Instant goodUntil)
            implements SupportEvent {}

    /** One of the service's staff came in. */
    record SupportEntered(
            SupportId supportId,
            UUID operatorId,
            @PersonalData("accounts.support-operator") EmailAddress operator) implements SupportEvent {}

    /** They left by themselves; the grant holds. */
    record SupportLeft(SupportId supportId, UUID operatorId) implements SupportEvent {}

    /** An owner ended it before its time: whoever is in is out. */
    record SupportRevoked(SupportId supportId) implements SupportEvent {}

    /** Its time is over: whoever is in is out. */
    record SupportRanOut(SupportId supportId) implements SupportEvent {}
}
