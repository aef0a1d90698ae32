package medflip.messaging.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.kernel.TenantId;
import medflip.messaging.events.CampaignEvent.CampaignCancelled;
import medflip.messaging.events.CampaignEvent.CampaignFinished;
import medflip.messaging.events.CampaignEvent.CampaignPaused;
import medflip.messaging.events.CampaignEvent.CampaignResumed;
import medflip.messaging.events.CampaignEvent.CampaignStarted;
import medflip.messaging.events.CampaignEvent.CampaignStopped;
import medflip.messaging.events.CampaignEvent.RecipientSkipped;
import medflip.messaging.events.CampaignEvent.RecipientsChosen;
import medflip.messaging.events.CampaignId;
import medflip.messaging.write.CampaignCommand.CancelCampaign;
import medflip.messaging.write.CampaignCommand.FinishCampaign;
import medflip.messaging.write.CampaignCommand.PauseCampaign;
import medflip.messaging.write.CampaignCommand.ResumeCampaign;
import medflip.messaging.write.CampaignCommand.SkipRecipient;
import medflip.messaging.write.CampaignCommand.StartCampaign;
import medflip.messaging.write.CampaignCommand.StopCampaign;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One text to many people: who they are, and whether it goes on. It decides about no single text, so that a thousand of
 * them make a thousand facts in as many conversations and none here.
 */
@Aggregate(cache = "aggregateCache")
class Campaign extends TenantAggregate {

    /** So many people a fact names, so that none grows large. */
    static final int NAMED_AT_ONCE = 500;

    private enum State {
        RUNNING,
        PAUSED,
        OVER
    }

    @AggregateIdentifier
    private CampaignId id;

    private State state = State.RUNNING;
    private final Set<UUID> skipped = new HashSet<>();

    Campaign() {}

    @CommandHandler
    Campaign(StartCampaign command) {
        CampaignId campaign = command.campaignId();
        TenantId tenant = campaign.tenantId();
        List<UUID> people = command.customerIds();
        apply(new CampaignStarted(
                campaign,
                AccountId.of(tenant, tenant.value()),
                command.name(),
                command.body(),
                people.size(),
                command.perMinute()));
        for (int from = 0; from < people.size(); from += NAMED_AT_ONCE) {
            apply(new RecipientsChosen(
                    campaign, List.copyOf(people.subList(from, Math.min(people.size(), from + NAMED_AT_ONCE)))));
        }
    }

    @EventSourcingHandler
    void evolve(CampaignStarted event) {
        id = event.campaignId();
    }

    @CommandHandler
    void decide(SkipRecipient command) {
        if (state != State.OVER && !skipped.contains(command.customerId())) {
            apply(new RecipientSkipped(id, command.customerId(), command.reason()));
        }
    }

    @EventSourcingHandler
    void evolve(RecipientSkipped event) {
        skipped.add(event.customerId());
    }

    @CommandHandler
    void decide(PauseCampaign command) {
        require(state != State.OVER, TextingRejection.CAMPAIGN_IS_OVER);
        if (state == State.RUNNING) {
            apply(new CampaignPaused(id));
        }
    }

    @EventSourcingHandler
    void evolve(CampaignPaused event) {
        state = State.PAUSED;
    }

    @CommandHandler
    void decide(ResumeCampaign command) {
        require(state != State.OVER, TextingRejection.CAMPAIGN_IS_OVER);
        require(state == State.PAUSED, TextingRejection.NOT_PAUSED);
        apply(new CampaignResumed(id));
    }

    @EventSourcingHandler
    void evolve(CampaignResumed event) {
        state = State.RUNNING;
    }

    @CommandHandler
    void decide(CancelCampaign command) {
        require(state != State.OVER, TextingRejection.CAMPAIGN_IS_OVER);
        apply(new CampaignCancelled(id));
    }

    @EventSourcingHandler
    void evolve(CampaignCancelled event) {
        state = State.OVER;
    }

    @CommandHandler
    void decide(StopCampaign command) {
        if (state != State.OVER) {
            apply(new CampaignStopped(id, command.errorCode()));
        }
    }

    @EventSourcingHandler
    void evolve(CampaignStopped event) {
        state = State.OVER;
    }

    @CommandHandler
    void decide(FinishCampaign command) {
        if (state == State.RUNNING) {
            apply(new CampaignFinished(id));
        }
    }

    @EventSourcingHandler
    void evolve(CampaignFinished event) {
        state = State.OVER;
    }

    @Override
    protected @Nullable CampaignId id() {
        return id;
    }
}
