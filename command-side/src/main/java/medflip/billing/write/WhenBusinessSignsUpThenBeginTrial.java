package medflip.billing.write;

import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/** Whoever signs up may try all. */
@Automation(processingGroup = "billing.begin-trials")
class WhenBusinessSignsUpThenBeginTrial {

    private final Trials trials;

    WhenBusinessSignsUpThenBeginTrial(Trials trials) {
        this.trials = trials;
    }

    @EventHandler
    void react(BusinessSignedUp event, Recorded recorded) {
        trials.begin(event.accountId().tenantId(), recorded.at());
    }
}
