package medflip.accounts.events;

import java.time.Instant;
import java.util.UUID;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;

/**
 * Everything that can happen to how a user signs in. Neither a password nor a link's token is ever part of it. Each
 * fact that is mailed says to whom, so that the mail needs nothing else.
 */
public sealed interface CredentialEvent extends DomainEvent {
    UserId userId();

    @Override
    default UserId aggregateId() {
        return userId();
    }

    /** A link was made by which the user shows that the address is theirs. Of the time before sign-ups came by link. */
    record ConfirmationAsked(
            UserId userId,
            UUID linkId,
            @PersonalData("accounts.user-email") EmailAddress email,
            boolean welcome,
            Instant goodUntil)
            implements CredentialEvent {}

    /** The user followed a link that came there, or Google vouches for it: the address is theirs. */
    record EmailConfirmed(UserId userId) implements CredentialEvent {}

    /** Somebody who doesn't know the password asked for a link to choose another. */
    record PasswordResetAsked(
            UserId userId,
            UUID linkId,
            @PersonalData("accounts.user-email") EmailAddress email,
            Instant goodUntil) implements CredentialEvent {}

    /** Another password was chosen by the link, and all sessions ended. */
    record PasswordReset(
            UserId userId,
            UUID changeId,
            @PersonalData("accounts.user-email") EmailAddress email) implements CredentialEvent {}

    /** The user chose another password, and all other sessions ended. */
    record PasswordChanged(
            UserId userId,
            UUID changeId,
            @PersonalData("accounts.user-email") EmailAddress email) implements CredentialEvent {}

    /** The user wants another address; until both have agreed by their links, nothing changes. */
    record EmailChangeAsked(
            UserId userId,
            UUID oldLinkId,
            @PersonalData("accounts.user-email") EmailAddress oldEmail,
            UUID newLinkId,
            @PersonalData("accounts.new-email") EmailAddress newEmail,
            Instant goodUntil)
            implements CredentialEvent {}

    /** Who reads one of both addresses agreed. */
    record EmailChangeAgreed(UserId userId, UUID linkId) implements CredentialEvent {}

    /** Both agreed: the user signs in by the new address from now on. */
    record EmailChanged(
            UserId userId,
            @PersonalData("accounts.user-email") EmailAddress oldEmail,
            @PersonalData("accounts.new-email") EmailAddress newEmail)
            implements CredentialEvent {}

    /** The user keeps the address after all. */
    record EmailChangeDropped(UserId userId) implements CredentialEvent {}

    /** The user may sign in by an account of theirs at Google from now on. */
    record GoogleLinked(
            UserId userId,
            UUID linkId,
            @PersonalData("accounts.user-email") EmailAddress email) implements CredentialEvent {}

    /** The user may not sign in by their account at Google any more. */
    record GoogleUnlinked(
            UserId userId,
            UUID linkId,
            @PersonalData("accounts.user-email") EmailAddress email) implements CredentialEvent {}

    /** Somebody signed in from where this user never did before. */
    record NewDeviceSeen(
            UserId userId,
            @PersonalData("accounts.user-email") EmailAddress email,
            @PersonalData("accounts.device") PersonalText device,
            @PersonalData("accounts.device-address") PersonalText address,
            Instant at)
            implements CredentialEvent {}

    /** A remembered sign-in was used twice, so somebody has a copy of it: all sessions ended. */
    record RememberedSignInCopied(
            UserId userId,
            @PersonalData("accounts.user-email") EmailAddress email,
            @PersonalData("accounts.device") PersonalText device,
            @PersonalData("accounts.device-address") PersonalText address,
            Instant at)
            implements CredentialEvent {}
}
