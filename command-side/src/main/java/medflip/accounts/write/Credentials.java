package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.CredentialEvent.EmailChangeAgreed;
import medflip.accounts.events.CredentialEvent.EmailChangeAsked;
import medflip.accounts.events.CredentialEvent.EmailChangeDropped;
import medflip.accounts.events.CredentialEvent.EmailChanged;
import medflip.accounts.events.CredentialEvent.GoogleLinked;
import medflip.accounts.events.CredentialEvent.GoogleUnlinked;
import medflip.accounts.events.CredentialEvent.NewDeviceSeen;
import medflip.accounts.events.CredentialEvent.PasswordChanged;
import medflip.accounts.events.CredentialEvent.PasswordReset;
import medflip.accounts.events.CredentialEvent.PasswordResetAsked;
import medflip.accounts.events.CredentialEvent.RememberedSignInCopied;
import medflip.accounts.events.UserEvent.MemberRegistered;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.write.CredentialCommand.AgreeEmailChange;
import medflip.accounts.write.CredentialCommand.AskEmailChange;
import medflip.accounts.write.CredentialCommand.AskPasswordReset;
import medflip.accounts.write.CredentialCommand.ChangePassword;
import medflip.accounts.write.CredentialCommand.DropEmailChange;
import medflip.accounts.write.CredentialCommand.LinkGoogle;
import medflip.accounts.write.CredentialCommand.ResetPassword;
import medflip.accounts.write.CredentialCommand.TellCopiedSignIn;
import medflip.accounts.write.CredentialCommand.TellNewDevice;
import medflip.accounts.write.CredentialCommand.UnlinkGoogle;
import medflip.kernel.EmailAddress;
import medflip.platform.command.CommandRejected;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * How a user signs in: by which address, and which links are open. Each link is good once and for its time; a later one
 * of its kind ends an earlier one.
 */
class Credentials {

    private record Link(UUID id, Instant goodUntil) {

        boolean isGood(UUID asked, Instant at) {
            return id.equals(asked) && at.isBefore(goodUntil);
        }
    }

    private final User user;
    private EmailAddress email = new EmailAddress("");
    private @Nullable Link reset;
    private @Nullable EmailChangeAsked change;
    private @Nullable UUID google;
    private final Set<UUID> agreed = new HashSet<>();

    Credentials(User user) {
        this.user = user;
    }

    EmailAddress email() {
        return email;
    }

    @EventSourcingHandler
    void evolve(OwnerRegistered event) {
        email = event.email();
    }

    @EventSourcingHandler
    void evolve(MemberRegistered event) {
        email = event.email();
    }

    @CommandHandler
    void decide(AskPasswordReset command) {
        if (reset == null || !reset.id().equals(command.linkId())) {
            apply(new PasswordResetAsked(user.id(), command.linkId(), email, command.goodUntil()));
        }
    }

    @EventSourcingHandler
    void evolve(PasswordResetAsked event) {
        reset = new Link(event.linkId(), event.goodUntil());
    }

    @CommandHandler
    void decide(ResetPassword command) {
        require(reset != null && reset.isGood(command.linkId(), command.at()), AccountRejection.LINK_VOID);
        apply(new PasswordReset(user.id(), command.linkId(), email));
    }

    /** Whoever has the link reads the address, so it is theirs. */
    @EventSourcingHandler
    void evolve(PasswordReset event) {
        reset = null;
        change = null;
    }

    @CommandHandler
    void decide(ChangePassword command) {
        apply(new PasswordChanged(user.id(), command.changeId(), email));
    }

    @EventSourcingHandler
    void evolve(PasswordChanged event) {
        reset = null;
    }

    @CommandHandler
    void decide(AskEmailChange command) {
        require(!command.newEmail().equals(email), AccountRejection.SAME_EMAIL);
        apply(new EmailChangeAsked(
                user.id(), command.oldLinkId(), email, command.newLinkId(), command.newEmail(), command.goodUntil()));
    }

    @EventSourcingHandler
    void evolve(EmailChangeAsked event) {
        change = event;
        agreed.clear();
    }

    @CommandHandler
    void decide(AgreeEmailChange command) {
        EmailChangeAsked asked = change;
        if (asked == null || !command.at().isBefore(asked.goodUntil())) {
            throw new CommandRejected(AccountRejection.LINK_VOID);
        }
        boolean ofChange =
                command.linkId().equals(asked.oldLinkId()) || command.linkId().equals(asked.newLinkId());
        require(ofChange && !agreed.contains(command.linkId()), AccountRejection.LINK_VOID);
        boolean both = !agreed.isEmpty();
        EmailAddress newEmail = asked.newEmail();
        apply(new EmailChangeAgreed(user.id(), command.linkId()));
        if (both) {
            apply(new EmailChanged(user.id(), email, newEmail));
        }
    }

    @EventSourcingHandler
    void evolve(EmailChangeAgreed event) {
        agreed.add(event.linkId());
    }

    /** The new address was confirmed by its link. A reset that was mailed to the old one leads nowhere any more. */
    @EventSourcingHandler
    void evolve(EmailChanged event) {
        email = event.newEmail();
        reset = null;
        change = null;
    }

    @CommandHandler
    void decide(DropEmailChange command) {
        if (change != null) {
            apply(new EmailChangeDropped(user.id()));
        }
    }

    @EventSourcingHandler
    void evolve(EmailChangeDropped event) {
        change = null;
    }

    @CommandHandler
    void decide(LinkGoogle command) {
        require(google == null, AccountRejection.GOOGLE_LINKED);
        apply(new GoogleLinked(user.id(), command.linkId(), email));
    }

    @EventSourcingHandler
    void evolve(GoogleLinked event) {
        google = event.linkId();
    }

    @CommandHandler
    void decide(UnlinkGoogle command) {
        UUID link = google;
        if (link == null) {
            throw new CommandRejected(AccountRejection.GOOGLE_NOT_LINKED);
        }
        apply(new GoogleUnlinked(user.id(), link, email));
    }

    @EventSourcingHandler
    void evolve(GoogleUnlinked event) {
        google = null;
    }

    @CommandHandler
    void decide(TellNewDevice command) {
        apply(new NewDeviceSeen(user.id(), email, command.device(), command.address(), command.at()));
    }

    @CommandHandler
    void decide(TellCopiedSignIn command) {
        apply(new RememberedSignInCopied(user.id(), email, command.device(), command.address(), command.at()));
    }
}
