package medflip.accounts.events;

import java.time.Instant;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;

/** Everything that can happen to a person who signs in. */
public sealed interface UserEvent extends DomainEvent {
    UserId userId();

    @Override
    default UserId aggregateId() {
        return userId();
    }

    /** The owner of a new business registered, attesting to being 18 or older and to a version of the policy. */
    record OwnerRegistered(
            UserId userId,
            @PersonalData("accounts.user-email") EmailAddress email,
            boolean attestedAdult,

            @NotPersonal("a version of the published policy")
            String policyVersion)
            implements UserEvent {}

    /** Who was invited registered, attesting to being 18 or older and to a version of the policy. */
    record MemberRegistered(
            UserId userId,
            InvitationId invitationId,
            @PersonalData("accounts.user-email") EmailAddress email,
            boolean attestedAdult,

            @NotPersonal("a version of the published policy")
            String policyVersion)
            implements UserEvent {}

    /** The user is told by mail of a version of the policy that they haven't agreed to. */
    record PolicyChangeTold(
            UserId userId,
            @PersonalData("accounts.user-email") EmailAddress email,

            @NotPersonal("a version of the published policy")
            String policyVersion)
            implements UserEvent {}

    /** The user has seen that version of the policy, and goes on. */
    record PolicyAcknowledged(
            UserId userId,

            @NotPersonal("a version of the published policy")
            String policyVersion) implements UserEvent {}

    /** Mails to the user's address don't arrive, or are unwanted there, as the mail provider says. */
    record MailAddressMarked(
            UserId userId,
            @PersonalData("accounts.user-email") EmailAddress email,
            AddressFault fault,
            Instant at) implements UserEvent {}

    /** A mail arrived where mails hadn't. */
    record MailAddressCleared(
            UserId userId,
            @PersonalData("accounts.user-email") EmailAddress email,
            Instant at) implements UserEvent {}

    /** The user wants no mail that they can do without. */
    record OptionalMailDeclined(UserId userId) implements UserEvent {}

    /** The user wants these mails again, also where they had said that one was unwanted. */
    record OptionalMailWanted(UserId userId) implements UserEvent {}

    /** Somebody works for the service itself no longer, and can't sign in any more. */
    record OperatorDismissed(UserId userId) implements UserEvent {}

    /** What was known of who signed in is forgotten; that somebody did what they did stays. */
    record UserErased(UserId userId) implements UserEvent {}
}
