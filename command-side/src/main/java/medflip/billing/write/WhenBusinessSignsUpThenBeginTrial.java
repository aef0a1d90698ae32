package medflip.billing.write;

import java.time.Duration;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.billing.events.SubscriptionId;
import medflip.billing.write.SubscriptionCommand.BeginTrial;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Value;

/** Whoever signs up may try all, for {@code medflip.billing.trial-days}, without giving a card. */
@Automation(processingGroup = "billing.begin-trials")
class WhenBusinessSignsUpThenBeginTrial {

    private final Commands commands;
    private final Duration trial;

    WhenBusinessSignsUpThenBeginTrial(Commands commands, @Value("${medflip.billing.trial-days:30}") int days) {
        this.commands = commands;
        this.trial = Duration.ofDays(days);
    }

    @EventHandler
    void react(BusinessSignedUp event, Recorded recorded) {
        TenantId tenant = event.accountId().tenantId();
        commands.send(
                Caller.automation(tenant, "begin-trials"),
                new BeginTrial(SubscriptionId.of(tenant), recorded.at().plus(trial)));
    }
}
