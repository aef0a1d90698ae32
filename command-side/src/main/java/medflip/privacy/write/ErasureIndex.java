package medflip.privacy.write;

import medflip.platform.view.Recorded;
import medflip.privacy.events.PrivacyRequestEvent.ErasureOrdered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Which erasures were ordered. */
@Component
@ProcessingGroup("privacy.erasures")
class ErasureIndex {

    private final ErasureStore erasures;

    ErasureIndex(ErasureStore erasures) {
        this.erasures = erasures;
    }

    @EventHandler
    void on(ErasureOrdered event, Recorded recorded) {
        erasures.ordered(event.requestId(), event.customerId(), event.memberId(), recorded.actor(), recorded.at());
    }
}
