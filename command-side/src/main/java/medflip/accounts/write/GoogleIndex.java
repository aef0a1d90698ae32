package medflip.accounts.write;

import medflip.accounts.events.CredentialEvent.GoogleLinked;
import medflip.accounts.events.CredentialEvent.GoogleUnlinked;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Has the sign-in follow what became of somebody's link with Google. */
@Component
@ProcessingGroup("accounts.google-index")
class GoogleIndex {

    private final GoogleStore store;

    GoogleIndex(GoogleStore store) {
        this.store = store;
    }

    @EventHandler
    void on(GoogleLinked event) {
        store.use(event.userId(), event.linkId());
    }

    @EventHandler
    void on(GoogleUnlinked event) {
        store.remove(event.userId(), event.linkId());
    }
}
