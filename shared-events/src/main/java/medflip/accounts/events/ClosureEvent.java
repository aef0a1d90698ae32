package medflip.accounts.events;

import java.time.LocalDate;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** How a business leaves the service, and comes back. */
public sealed interface ClosureEvent extends DomainEvent {
    AccountId accountId();

    @Override
    default AccountId aggregateId() {
        return accountId();
    }

    /** The account was closed: it can be read, and is erased on the day given unless it is opened again. */
    record AccountClosed(
            AccountId accountId,

            @PersonalData("accounts.closing-reason") @Nullable
            PersonalText reason,

            LocalDate closedOn,
            LocalDate erasedOn)
            implements ClosureEvent {}

    /** The account was opened again, with all that it held. */
    record AccountReopened(AccountId accountId, LocalDate reopenedOn) implements ClosureEvent {}
}
