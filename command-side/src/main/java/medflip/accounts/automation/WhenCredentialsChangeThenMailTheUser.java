package medflip.accounts.automation;

import medflip.accounts.events.CredentialEvent.EmailChangeAsked;
import medflip.accounts.events.CredentialEvent.EmailChanged;
import medflip.accounts.events.CredentialEvent.GoogleLinked;
import medflip.accounts.events.CredentialEvent.GoogleUnlinked;
import medflip.accounts.events.CredentialEvent.NewDeviceSeen;
import medflip.accounts.events.CredentialEvent.PasswordChanged;
import medflip.accounts.events.CredentialEvent.PasswordReset;
import medflip.accounts.events.CredentialEvent.PasswordResetAsked;
import medflip.accounts.events.CredentialEvent.RememberedSignInCopied;
import medflip.platform.link.OneTimeLinkIndex;
import medflip.platform.mail.Letter;
import medflip.platform.mail.Mails;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.Places;
import medflip.platform.web.PublicUrl;
import org.axonframework.eventhandling.EventHandler;

/** Whatever happens to how somebody signs in, they hear of it by mail (policy promise P4.3). */
@Automation(processingGroup = "accounts.mails")
class WhenCredentialsChangeThenMailTheUser {

    private final Mails mails;
    private final OneTimeLinkIndex links;
    private final PublicUrl publicUrl;
    private final Places places;

    WhenCredentialsChangeThenMailTheUser(Mails mails, OneTimeLinkIndex links, PublicUrl publicUrl, Places places) {
        this.mails = mails;
        this.links = links;
        this.publicUrl = publicUrl;
        this.places = places;
    }

    @EventHandler
    void react(PasswordResetAsked event, Recorded recorded) {
        String link =
                links.open(event.userId(), "reset-password", event.linkId(), event.goodUntil(), "/reset-password");
        mails.send(
                recorded,
                event.userId(),
                "accounts.reset-password",
                event.email(),
                Letter.essential("Choose a new password")
                        .says("Somebody, hopefully you, asked to choose a new password for this address.")
                        .offers("Choose a new password", link)
                        .says("The link is good for 30 minutes and for one time. If it wasn't you, nothing happens:"
                                + " your password stays as it is."));
    }

    @EventHandler
    void react(PasswordReset event, Recorded recorded) {
        mails.send(
                recorded,
                event.userId(),
                "accounts.password-reset",
                event.email(),
                changed("by the link that we mailed you, and you were signed out everywhere"));
    }

    @EventHandler
    void react(PasswordChanged event, Recorded recorded) {
        mails.send(
                recorded,
                event.userId(),
                "accounts.password-changed",
                event.email(),
                changed("in your settings, and you were signed out everywhere else"));
    }

    private Letter changed(String how) {
        return Letter.essential("Your password was changed")
                .says("Your password was changed " + how + ".")
                .says("If that was you, all is well. If it wasn't, choose a new one at once.")
                .offers("It wasn't me", publicUrl.of("/forgot-password"));
    }

    @EventHandler
    void react(EmailChangeAsked event, Recorded recorded) {
        String oldLink =
                links.open(event.userId(), "change-email", event.oldLinkId(), event.goodUntil(), "/change-email");
        mails.send(
                recorded,
                event.userId(),
                "accounts.change-email-old",
                event.oldEmail(),
                Letter.essential("Change your address?")
                        .says("You asked to sign in by another address from now on.")
                        .tells("New address", event.newEmail().value())
                        .offers("Yes, change it", oldLink)
                        .says("We mailed a link to the new address too. The change happens once both were followed,"
                                + " within a day. If you didn't ask for this, don't follow the link, and change your"
                                + " password."));
        String newLink =
                links.open(event.userId(), "change-email", event.newLinkId(), event.goodUntil(), "/change-email");
        mails.send(
                recorded,
                event.userId(),
                "accounts.change-email-new",
                event.newEmail(),
                Letter.essential("Is this your address?")
                        .says("Somebody wants to sign in to MedFlip Profit by this address from now on.")
                        .offers("Yes, it is mine", newLink)
                        .says("The link is good for a day. If it wasn't you, you need not do anything."));
    }

    @EventHandler
    void react(EmailChanged event, Recorded recorded) {
        Letter letter = Letter.essential("Your address was changed")
                .says("From now on you sign in to MedFlip Profit by another address.")
                .tells("New address", event.newEmail().value());
        mails.send(recorded, event.userId(), "accounts.email-changed-old", event.oldEmail(), letter);
        mails.send(recorded, event.userId(), "accounts.email-changed-new", event.newEmail(), letter);
    }

    @EventHandler
    void react(GoogleLinked event, Recorded recorded) {
        mails.send(
                recorded,
                event.userId(),
                "accounts.google-linked",
                event.email(),
                Letter.essential("You can sign in with Google")
                        .says("From now on an account at Google opens your account here, beside whatever did before.")
                        .says("If that was you, all is well. If it wasn't, choose a new password at once, then take the"
                                + " link back in your settings.")
                        .offers("It wasn't me", publicUrl.of("/forgot-password")));
    }

    @EventHandler
    void react(GoogleUnlinked event, Recorded recorded) {
        mails.send(
                recorded,
                event.userId(),
                "accounts.google-unlinked",
                event.email(),
                Letter.essential("Google doesn't sign you in any more")
                        .says("The link with your account at Google was taken back in your settings.")
                        .says("If you have no password, choose one by a link that we mail you.")
                        .offers("Choose a password", publicUrl.of("/forgot-password")));
    }

    @EventHandler
    void react(NewDeviceSeen event, Recorded recorded) {
        mails.send(
                recorded,
                event.userId(),
                "accounts.new-device",
                event.email(),
                Letter.essential("A new sign-in to your account")
                        .says("Somebody signed in to your account from where you haven't signed in before.")
                        .tells("Device", event.device().value())
                        .tells("Address", places.told(event.address().value()))
                        .says("If that was you, all is well. If it wasn't, choose a new password at once; that ends"
                                + " all sessions.")
                        .offers("It wasn't me", publicUrl.of("/forgot-password")));
    }

    @EventHandler
    void react(RememberedSignInCopied event, Recorded recorded) {
        mails.send(
                recorded,
                event.userId(),
                "accounts.remembered-copied",
                event.email(),
                Letter.essential("You were signed out everywhere")
                        .says("Somebody used a copy of the cookie by which a browser of yours was remembered. To be"
                                + " safe, we ended all your sessions.")
                        .tells("Device", event.device().value())
                        .tells("Address", places.told(event.address().value()))
                        .says("Sign in again with your password, and have your computer checked for unwanted"
                                + " programs.")
                        .offers("Sign in", publicUrl.of("/sign-in")));
    }
}
