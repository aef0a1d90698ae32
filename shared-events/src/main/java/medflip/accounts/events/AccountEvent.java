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
}
