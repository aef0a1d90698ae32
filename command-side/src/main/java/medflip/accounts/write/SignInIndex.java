package medflip.accounts.write;

import medflip.accounts.events.AccountEvent.MemberRemoved;
import medflip.accounts.events.AccountEvent.MemberRoleChanged;
import medflip.platform.web.Sessions;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Has who signs in follow what became of them as a member. A session carries its role, so it ends with the role. */
@Component
@ProcessingGroup("accounts.sign-in-index")
class SignInIndex {

    private final SignInStore store;
    private final Sessions sessions;

    SignInIndex(SignInStore store, Sessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    @EventHandler
    void on(MemberRoleChanged event) {
        store.changeRole(event.userId().local(), event.role());
        sessions.endAll(event.userId().local());
    }

    @EventHandler
    void on(MemberRemoved event) {
        store.remove(event.userId().local());
        sessions.endAll(event.userId().local());
    }
}
