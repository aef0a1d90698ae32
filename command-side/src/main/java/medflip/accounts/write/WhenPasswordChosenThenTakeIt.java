package medflip.accounts.write;

import medflip.accounts.events.CredentialEvent.PasswordChanged;
import medflip.accounts.events.CredentialEvent.PasswordReset;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/**
 * The password that waits for its event becomes the password, and a reset ends what was open before it: also where the
 * process died that stored the event.
 */
@Automation(processingGroup = "accounts.take-passwords")
class WhenPasswordChosenThenTakeIt {

    private final SignInStore store;
    private final Doorkeeper doorkeeper;

    WhenPasswordChosenThenTakeIt(SignInStore store, Doorkeeper doorkeeper) {
        this.store = store;
        this.doorkeeper = doorkeeper;
    }

    @EventHandler
    void react(PasswordChanged event) {
        store.takeStaged(event.userId().local(), event.changeId());
    }

    @EventHandler
    void react(PasswordReset event, Recorded recorded) {
        store.takeStaged(event.userId().local(), event.changeId());
        doorkeeper.endThoseBefore(event.userId(), recorded.at());
    }
}
