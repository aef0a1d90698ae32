package medflip.messaging.write;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.messaging.events.CampaignEvent.CampaignStarted;
import medflip.messaging.events.CampaignId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.events.SkipReason;
import medflip.messaging.write.CampaignCommand.FinishCampaign;
import medflip.messaging.write.CampaignCommand.SkipRecipient;
import medflip.messaging.write.CampaignIndex.LeftOver;
import medflip.messaging.write.CampaignIndex.Running;
import medflip.messaging.write.ConversationCommand.CancelText;
import medflip.messaging.write.ConversationCommand.WriteText;
import medflip.messaging.write.Recipients.Recipient;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.FaultLine;
import medflip.platform.text.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the texts of campaigns, each into its own conversation, where the gate and the outbox do the rest. A text is
 * called by its campaign and its recipient: whoever writes it again, after a crash, is refused. One that fails never
 * stops the rest.
 */
@Component
class CampaignTexts {

    private static final Logger log = LoggerFactory.getLogger(CampaignTexts.class);

    private final CampaignIndex campaigns;
    private final Recipients recipients;
    private final Conversations conversations;
    private final Histories histories;
    private final Commands commands;

    CampaignTexts(
            CampaignIndex campaigns,
            Recipients recipients,
            Conversations conversations,
            Histories histories,
            Commands commands) {
        this.campaigns = campaigns;
        this.recipients = recipients;
        this.conversations = conversations;
        this.histories = histories;
        this.commands = commands;
    }

    void write(Instant now) {
        for (LeftOver left : campaigns.leftOver()) {
            send(new CancelText(left.conversation(), left.text()));
        }
        for (Running running : campaigns.running()) {
            List<UUID> taken = campaigns.take(running, now);
            taken.forEach(customer -> write(running.campaign(), customer));
            if (taken.isEmpty() && campaigns.isThrough(running.campaign())) {
                send(new FinishCampaign(running.campaign()));
            }
        }
    }

    private void write(CampaignId campaign, UUID customer) {
        try {
            TenantId tenant = campaign.tenantId();
            Optional<Recipient> found = recipients.find(CustomerId.of(tenant, customer));
            PhoneNumber number = found.map(Recipient::number).orElse(null);
            if (number == null) {
                send(new SkipRecipient(campaign, customer, found.isPresent() ? SkipReason.NO_NUMBER : SkipReason.GONE));
                return;
            }
            PersonalText introduction = conversations.introduction(tenant);
            PersonalText body = histories
                    .of(campaign, CampaignStarted.class)
                    .map(started -> new TextWithGaps(started.body()))
                    .findFirst()
                    .orElseThrow()
                    .to(found.orElseThrow().name(), introduction == null ? "" : introduction.value());
            Optional<CommandRejected.Reason> refusal = send(new WriteText(
                    conversations.with(tenant, number),
                    CorrespondentId.of(tenant, Ids.next()),
                    campaign.textTo(customer),
                    number,
                    body,
                    null,
                    null,
                    campaign));
            if (refusal.filter(reason -> reason.code().equals(TextingRejection.TEXTED_BY_CAMPAIGN.code()))
                    .isPresent()) {
                send(new SkipRecipient(campaign, customer, SkipReason.SAME_NUMBER));
            }
        } catch (RuntimeException fault) {
            // Tried again later; meanwhile the others are written to.
            log.error("A text of campaign {} can't be written now: {}", campaign, FaultLine.of(fault));
        }
    }

    /** Why it was refused, if it was: what was done before is refused as well, and that is all right. */
    private Optional<CommandRejected.Reason> send(Command command) {
        try {
            commands.send(Caller.job(command.aggregateId().tenantId(), "campaigns"), command);
            return Optional.empty();
        } catch (CommandRejected refused) {
            return Optional.of(refused.reason());
        }
    }
}
