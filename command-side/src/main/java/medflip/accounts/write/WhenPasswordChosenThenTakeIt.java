package medflip.accounts.write;

import medflip.accounts.events.CredentialEvent.PasswordChanged;
import medflip.accounts.events.CredentialEvent.PasswordReset;
import medflip.platform.view.Automation;
import org.axonframework.eventhandling.EventHandler;

/** The password that waits for its event becomes the password, also where the process died that stored the event. */
@Automation(processingGroup = "accounts.take-passwords")
class WhenPasswordChosenThenTakeIt {

    private final SignInStore store;

    WhenPasswordChosenThenTakeIt(SignInStore store) {
        this.store = store;
    }

    @EventHandler
    void react(PasswordChanged event) {
        store.takeStaged(event.userId().local(), event.changeId());
    }

    @EventHandler
    void react(PasswordReset event) {
        store.takeStaged(event.userId().local(), event.changeId());
    }
}
