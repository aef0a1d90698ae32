package medflip.accounts.write;

import medflip.accounts.events.SecondFactorEvent;
import medflip.accounts.events.SecondFactorEvent.AuthenticatorAdded;
import medflip.accounts.events.SecondFactorEvent.AuthenticatorRemoved;
import medflip.accounts.events.SecondFactorEvent.PasskeyAdded;
import medflip.accounts.events.SecondFactorEvent.PasskeyRemoved;
import medflip.accounts.events.SecondFactorEvent.RecoveryCodeUsed;
import medflip.accounts.events.SecondFactorEvent.RecoveryCodesRenewed;
import medflip.platform.mail.Letter;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.PublicUrl;
import org.axonframework.eventhandling.EventHandler;

/**
 * Who can sign in by another way than before, or no longer by one, hears of it by mail: whoever sits at an open session
 * could so keep a way in of their own (policy promise P4.3).
 */
@Automation(processingGroup = "accounts.mail-second-factor")
class WhenSecondFactorChangesThenMailTheUser {

    private final Correspondence correspondence;
    private final PublicUrl publicUrl;

    WhenSecondFactorChangesThenMailTheUser(Correspondence correspondence, PublicUrl publicUrl) {
        this.correspondence = correspondence;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void react(SecondFactorEvent event, Recorded recorded) {
        Letter letter = switch (event) {
            case AuthenticatorAdded added ->
                Letter.essential("Your sign-in asks for a code now")
                        .says("An authenticator app was set up for your account. From now on your sign-in asks"
                                + " for its code.");
            case AuthenticatorRemoved removed ->
                Letter.essential("Your sign-in asks for no code any more")
                        .says("The authenticator app was removed from your account.");
            case RecoveryCodesRenewed renewed ->
                Letter.essential("You have new recovery codes")
                        .says("New recovery codes were made for your account. The old ones are good for" + " nothing.");
            case RecoveryCodeUsed used ->
                Letter.essential("A recovery code was used")
                        .says("Somebody signed in to your account by one of your recovery codes instead of the"
                                + " authenticator app. That code is good for nothing any more.");
            case PasskeyAdded added ->
                Letter.essential("A passkey opens your account")
                        .says("A passkey was added to your account. From now on it opens your account, beside"
                                + " whatever did before.")
                        .tells("Passkey", added.name().value());
            case PasskeyRemoved removed ->
                Letter.essential("A passkey opens your account no more")
                        .says("A passkey was removed from your account.");
        };
        correspondence.tell(
                recorded,
                event.userId(),
                "accounts.second-factor",
                letter.says("If that was you, all is well. If it wasn't, choose a new password at once, then look at"
                                + " your sign-in in the settings.")
                        .offers("It wasn't me", publicUrl.of("/forgot-password")));
    }
}
