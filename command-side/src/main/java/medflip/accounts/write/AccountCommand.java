package medflip.accounts.write;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.InvitationId;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of an account. */
public sealed interface AccountCommand extends Command {
    AccountId accountId();

    @Override
    default AccountId aggregateId() {
        return accountId();
    }

    /**
     * Opens a business and registers its owner, both or neither. A link that came to the address, or Google, showed it
     * to be theirs.
     *
     * @param googleLink of the account at Google by which they sign up
     */
    record SignUp(
            AccountId accountId,
            UserId userId,
            EmailAddress email,
            PersonalText businessName,
            @Nullable PhoneNumber phone,
            @Nullable PostalAddress address,
            String currency,
            String timeZone,
            boolean attestsAdult,
            String policyVersion,
            @Nullable UUID googleLink)
            implements AccountCommand {}

    /** Registers who was invited, and has them work for the business from now on. */
    record JoinBusiness(
            AccountId accountId,
            UserId userId,
            InvitationId invitationId,
            boolean attestsAdult,
            String policyVersion,
            Instant joinedAt)
            implements AccountCommand {}

    /** Lets a member do more, or less. */
    record ChangeMemberRole(AccountId accountId, UserId userId, Role role) implements AccountCommand {}

    /** Has somebody work for the business no longer. */
    record RemoveMember(AccountId accountId, UserId userId) implements AccountCommand, AllowedWhenClosed {}
}
