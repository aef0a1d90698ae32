package medflip.accounts.write;

import java.time.LocalDate;
import medflip.accounts.events.AccountId;
import medflip.kernel.PersonalText;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;
import medflip.platform.privacy.Signer.Signed;
import org.jspecify.annotations.Nullable;

/** What can be asked about leaving the service. */
public sealed interface ClosureCommand extends Command, AllowedWhenClosed {
    AccountId accountId();

    @Override
    default AccountId aggregateId() {
        return accountId();
    }

    /** Closes the account. A closed one stays closed, with the days it has. */
    record CloseAccount(AccountId accountId, @Nullable PersonalText reason, LocalDate closedOn)
            implements ClosureCommand {}

    /** Opens it again. */
    record ReopenAccount(AccountId accountId, LocalDate reopenedOn) implements ClosureCommand {}

    /** Has the erasure begin. Of an account that isn't closed, or not for long enough, it changes nothing. */
    record BeginAccountErasure(AccountId accountId, LocalDate begunOn) implements ClosureCommand {}

    /** Says that the erasure is done. */
    record CertifyAccountErasure(AccountId accountId, Signed certificate, LocalDate erasedOn)
            implements ClosureCommand {}
}
