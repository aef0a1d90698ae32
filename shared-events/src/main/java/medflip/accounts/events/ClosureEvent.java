package medflip.accounts.events;

import java.time.LocalDate;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;
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

    /** The account was closed: it can be read, and is erased from the day given on unless it is opened again before. */
    record AccountClosed(
            AccountId accountId,

            @PersonalData("accounts.closing-reason") @Nullable
            PersonalText reason,

            LocalDate closedOn,
            LocalDate erasedOn)
            implements ClosureEvent {}

    /** The account was opened again, with all that it held. */
    record AccountReopened(AccountId accountId, LocalDate reopenedOn) implements ClosureEvent {}

    /** The erasure began, which can't be stopped any more: nobody comes in, and nothing is opened again. */
    record AccountErasureBegun(AccountId accountId, LocalDate begunOn) implements ClosureEvent {}

    /**
     * Nothing of the business can be read any more, anywhere, which was looked for.
     *
     * @param certificate what was done, as JSON: the very bytes that are signed
     * @param signature Ed25519 over the certificate's UTF-8 form, in Base64
     * @param publicKey by which it is checked: X.509 form, in Base64
     */
    record AccountErased(
            AccountId accountId,
            @NotPersonal("ids, counts and dates") String certificate,
            @NotPersonal("a signature") String signature,
            @NotPersonal("a public key") String publicKey,
            LocalDate erasedOn)
            implements ClosureEvent {}
}
