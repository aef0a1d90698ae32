package medflip.billing.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import medflip.billing.events.Standing.Subscribed;
import medflip.billing.events.SubscriptionEvent.RenewalAnnounced;
import medflip.billing.events.SubscriptionId;
import medflip.billing.events.Terms;
import medflip.billing.write.SubscriptionCommand.AnnounceTrialEnd;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.tenancy.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Asks Stripe every night about every customer, so that a webhook that never came is made good, and what goes on and is
 * paid soon is told; and looks which trials end within days.
 */
@Component
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private static final int STEP = 100;

    private final SubscriptionIndex index;
    private final StripeLook look;
    private final Histories histories;
    private final Commands commands;
    private final Clock clock;

    Reconciliation(SubscriptionIndex index, StripeLook look, Histories histories, Commands commands, Clock clock) {
        this.index = index;
        this.look = look;
        this.histories = histories;
        this.commands = commands;
        this.clock = clock;
    }

    /** @return how many customers couldn't be asked about; they are the next night */
    int reconcile() {
        int missed = 0;
        List<TenantId> some = index.customersAfter(new UUID(0, 0), STEP);
        while (!some.isEmpty()) {
            for (TenantId tenant : some) {
                missed += reconcile(tenant) ? 0 : 1;
            }
            some = index.customersAfter(some.getLast().value(), STEP);
        }
        if (missed > 0) {
            log.warn("{} customers at Stripe couldn't be reconciled", missed);
        }
        return missed;
    }

    private boolean reconcile(TenantId tenant) {
        try {
            String customer = index.find(tenant).customer();
            if (customer != null) {
                Caller job = Caller.job(tenant, "reconcile-billing");
                look.atAll(job, customer);
                renewalsToTell(tenant).forEach(subscription -> look.atNextInvoice(job, subscription));
            }
            return true;
        } catch (RuntimeException e) {
            log.warn("Business {} can't be reconciled now: {}", tenant, e.toString());
            return false;
        }
    }

    /** What goes on soon, Stripe tells when its account is set to, or never: so it is looked at here too. */
    private List<String> renewalsToTell(TenantId tenant) {
        Set<Instant> told = histories
                .of(SubscriptionId.of(tenant), RenewalAnnounced.class)
                .map(RenewalAnnounced::renewsAt)
                .collect(Collectors.toSet());
        return index.find(tenant).live().stream()
                .map(Subscribed::terms)
                .filter(terms -> Mirror.isRenewalTold(terms, clock.instant()) && !told.contains(terms.periodEndsAt()))
                .map(Terms::stripeId)
                .toList();
    }

    /** Of our own trials; of those at Stripe it tells itself. */
    void announceTrialEnds() {
        Instant now = clock.instant();
        for (TenantId tenant : index.trialsEnding(now, now.plus(Mirror.ANNOUNCED_BEFORE))) {
            try {
                commands.send(
                        Caller.job(tenant, "trials"),
                        new AnnounceTrialEnd(
                                SubscriptionId.of(tenant),
                                Objects.requireNonNull(index.find(tenant).trialEndsAt()),
                                now));
            } catch (RuntimeException e) {
                log.error("The end of the trial of {} can't be announced now", tenant, e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        /** When in the United States it is night. */
        @Bean
        RecurringTask<Void> reconcileBilling(
                Reconciliation reconciliation, @Value("${medflip.billing.reconcile:DAILY|09:30}") String schedule) {
            return Tasks.recurring("billing.reconcile", Schedules.parseSchedule(schedule))
                    .execute((task, context) -> reconciliation.reconcile());
        }

        @Bean
        RecurringTask<Void> announceTrialEnds(
                Reconciliation reconciliation, @Value("${medflip.billing.look-at-trials-every:10m}") Duration every) {
            return Tasks.recurring("billing.trial-ends", FixedDelay.of(every))
                    .execute((task, context) -> reconciliation.announceTrialEnds());
        }
    }
}
