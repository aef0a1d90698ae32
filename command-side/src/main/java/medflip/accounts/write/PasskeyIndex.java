package medflip.accounts.write;

import medflip.accounts.events.SecondFactorEvent.PasskeyAdded;
import medflip.accounts.events.SecondFactorEvent.PasskeyRemoved;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Has the sign-in follow what became of somebody's passkeys. */
@Component
@ProcessingGroup("accounts.passkey-index")
class PasskeyIndex {

    private final PasskeyStore store;

    PasskeyIndex(PasskeyStore store) {
        this.store = store;
    }

    @EventHandler
    void on(PasskeyAdded event) {
        store.use(event.userId(), event.passkeyId());
    }

    @EventHandler
    void on(PasskeyRemoved event) {
        store.remove(event.userId(), event.passkeyId());
    }
}
