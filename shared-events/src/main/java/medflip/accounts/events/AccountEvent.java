package medflip.accounts.events;

import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to the account of a business. */
public sealed interface AccountEvent extends DomainEvent {
    AccountId accountId();

    @Override
    default AccountId aggregateId() {
        return accountId();
    }

    /** A business signed up. */
    record BusinessSignedUp(
            AccountId accountId,
            @PersonalData("accounts.business-name") PersonalText businessName,

            @PersonalData("accounts.business-phone") @Nullable
            PhoneNumber phone,

            @PersonalData("accounts.business-address") @Nullable
            PostalAddress address,

            @NotPersonal("an ISO 4217 code") String currency,
            @NotPersonal("an IANA time zone") String timeZone)
            implements AccountEvent {}

    /** Somebody works for the business from now on: who signed it up, or was invited. */
    record MemberJoined(AccountId accountId, UserId userId, Role role) implements AccountEvent {}

    /** A member may do more, or less, from now on. */
    record MemberRoleChanged(AccountId accountId, UserId userId, Role role) implements AccountEvent {}

    /** Somebody works for the business no longer, and can't sign in any more. */
    record MemberRemoved(AccountId accountId, UserId userId) implements AccountEvent {}
}
