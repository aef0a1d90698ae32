package medflip.accounts.write;

import medflip.accounts.events.AccountEvent.MemberRemoved;
import medflip.accounts.events.AccountEvent.MemberRoleChanged;
import medflip.accounts.events.UserEvent.OperatorDismissed;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Has who signs in follow what became of them as a member. A session carries its role, so it ends with the role. */
@Component
@ProcessingGroup("accounts.sign-in-index")
class SignInIndex {

    private final SignInStore store;
    private final GoogleStore google;
    private final Doorkeeper doorkeeper;

    SignInIndex(SignInStore store, GoogleStore google, Doorkeeper doorkeeper) {
        this.store = store;
        this.google = google;
        this.doorkeeper = doorkeeper;
    }

    @EventHandler
    void on(MemberRoleChanged event) {
        store.changeRole(event.userId().local(), event.role());
        doorkeeper.expel(event.userId());
    }

    @EventHandler
    void on(OperatorDismissed event) {
        store.remove(event.userId().local());
        doorkeeper.expel(event.userId());
    }

    @EventHandler
    void on(MemberRemoved event) {
        store.remove(event.userId().local());
        google.removeAll(event.userId());
        doorkeeper.expel(event.userId());
    }
}
