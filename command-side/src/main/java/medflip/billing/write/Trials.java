package medflip.billing.write;

import java.time.Duration;
import java.time.Instant;
import medflip.accounts.events.AccountId;
import medflip.billing.events.Standing;
import medflip.billing.events.SubscriptionId;
import medflip.billing.write.SubscriptionCommand.BeginTrial;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.tenancy.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The trial that comes with a sign-up: for {@code medflip.billing.trial-days} all may be used, without a card. */
@Component
class Trials {

    private final Commands commands;
    private final Histories histories;
    private final Standings standings;
    private final Duration length;

    Trials(
            Commands commands,
            Histories histories,
            Standings standings,
            @Value("${medflip.billing.trial-days:30}") int days) {
        this.commands = commands;
        this.histories = histories;
        this.standings = standings;
        this.length = Duration.ofDays(days);
    }

    /** Of the same sign-up once. */
    void begin(TenantId tenant, Instant signedUpAt) {
        commands.send(
                Caller.automation(tenant, "begin-trials"),
                new BeginTrial(SubscriptionId.of(tenant), signedUpAt.plus(length)));
    }

    /**
     * How a business stands, its trial included: whoever goes to the checkout within moments of the sign-up may be
     * quicker than what begins trials, and would lose the rest of theirs.
     */
    Standing standing(TenantId tenant) {
        Standing standing = standings.find(tenant);
        if (standing.trialEndsAt() != null) {
            return standing;
        }
        histories.begunAt(AccountId.of(tenant, tenant.value())).ifPresent(signedUpAt -> begin(tenant, signedUpAt));
        return standings.find(tenant);
    }
}
