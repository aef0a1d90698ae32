package medflip.accounts.write;

import medflip.accounts.events.CredentialEvent.EmailChanged;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.view.Automation;
import org.axonframework.eventhandling.EventHandler;

/** The address that was kept for the user is the one to sign in by; the former one is free again. */
@Automation(processingGroup = "accounts.move-sign-ins")
class WhenEmailChangedThenSignInByIt {

    private final SignInStore store;
    private final BlindIndex index;

    WhenEmailChangedThenSignInByIt(SignInStore store, BlindIndex index) {
        this.store = store;
        this.index = index;
    }

    @EventHandler
    void react(EmailChanged event) {
        store.move(
                event.userId().local(), index.global("sign-in", event.newEmail().value()));
    }
}
