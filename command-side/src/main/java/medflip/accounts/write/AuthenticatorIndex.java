package medflip.accounts.write;

import medflip.accounts.events.SecondFactorEvent.AuthenticatorAdded;
import medflip.accounts.events.SecondFactorEvent.AuthenticatorRemoved;
import medflip.accounts.events.SecondFactorEvent.RecoveryCodesRenewed;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Has the sign-in follow what became of somebody's authenticator. */
@Component
@ProcessingGroup("accounts.authenticator-index")
class AuthenticatorIndex {

    private final AuthenticatorStore store;

    AuthenticatorIndex(AuthenticatorStore store) {
        this.store = store;
    }

    @EventHandler
    void on(AuthenticatorAdded event) {
        store.use(event.userId(), event.recoveryCodes());
    }

    @EventHandler
    void on(RecoveryCodesRenewed event) {
        store.use(event.userId(), event.recoveryCodes());
    }

    @EventHandler
    void on(AuthenticatorRemoved event) {
        store.remove(event.userId());
    }
}
