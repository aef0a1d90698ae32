package medflip.accounts.write;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.UserId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalText;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;

/** What can be asked about a user, and how they sign in. Whoever asks has checked the password, where one is needed. */
public sealed interface CredentialCommand extends Command, AllowedWhenClosed {
    UserId userId();

    @Override
    default UserId aggregateId() {
        return userId();
    }

    /** Makes a link to choose another password; an earlier one leads nowhere then. */
    record AskPasswordReset(UserId userId, UUID linkId, Instant goodUntil) implements CredentialCommand {}

    /** Uses the link, once. */
    record ResetPassword(UserId userId, UUID linkId, Instant at) implements CredentialCommand {}

    /** Takes another password, which waits under the id of the change. */
    record ChangePassword(UserId userId, UUID changeId) implements CredentialCommand {}

    /** Makes two links, one for each address. */
    record AskEmailChange(UserId userId, UUID oldLinkId, UUID newLinkId, EmailAddress newEmail, Instant goodUntil)
            implements CredentialCommand {}

    /** Agrees for the address that the link was mailed to. */
    record AgreeEmailChange(UserId userId, UUID linkId, Instant at) implements CredentialCommand {}

    /** Keeps the address. */
    record DropEmailChange(UserId userId) implements CredentialCommand {}

    /** Lets the user sign in by the account at Google that waits under the id of the link. */
    record LinkGoogle(UserId userId, UUID linkId) implements CredentialCommand {}

    /** Lets the user sign in by Google no more. */
    record UnlinkGoogle(UserId userId) implements CredentialCommand {}

    /** Tells the user of a version of the policy, unless they know it. Versions are dates, as ISO 8601 writes them. */
    record TellPolicyChange(UserId userId, String policyVersion) implements CredentialCommand {}

    /** Says that the user has seen a version of the policy. */
    record AcknowledgePolicy(UserId userId, String policyVersion) implements CredentialCommand {}

    /** Says that mails to an address don't arrive, or are unwanted. It counts while the user signs in by it. */
    record MarkMailAddress(UserId userId, EmailAddress email, AddressFault fault, Instant at)
            implements CredentialCommand {}

    /** Says that a mail arrived at an address. */
    record ClearMailAddress(UserId userId, EmailAddress email, Instant at) implements CredentialCommand {}

    /** Wants no mail that isn't essential. */
    record DeclineOptionalMail(UserId userId) implements CredentialCommand {}

    /** Wants these mails. */
    record WantOptionalMail(UserId userId) implements CredentialCommand {}

    /** Has somebody work for the service itself no longer. */
    record DismissOperator(UserId userId) implements CredentialCommand {}

    /** Tells the user of a sign-in from a new device. */
    record TellNewDevice(UserId userId, PersonalText device, PersonalText address, Instant at)
            implements CredentialCommand {}

    /** Tells the user that a remembered sign-in was copied. */
    record TellCopiedSignIn(UserId userId, PersonalText device, PersonalText address, Instant at)
            implements CredentialCommand {}

    /** Says that what was known of the user was erased, once their keys are destroyed. */
    record EraseUser(UserId userId) implements CredentialCommand, AllowedWhenClosed {}
}
