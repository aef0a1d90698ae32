package medflip.messaging.write;

import medflip.kernel.TenantId;
import medflip.messaging.events.ConversationEvent.TextProgressed;
import medflip.messaging.write.CampaignCommand.StopCampaign;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import org.axonframework.eventhandling.EventHandler;

/** Where a carrier takes one text of a campaign for spam, it would the others: the campaign stops. */
@Automation(processingGroup = "messaging.stop-campaigns")
class WhenTextTakenForSpamThenStopCampaign {

    /** Twilio's code for what a carrier filtered. */
    private static final int FILTERED = 30007;

    private final CampaignIndex campaigns;
    private final Commands commands;

    WhenTextTakenForSpamThenStopCampaign(CampaignIndex campaigns, Commands commands) {
        this.campaigns = campaigns;
        this.commands = commands;
    }

    @EventHandler
    void react(TextProgressed event) {
        Integer error = event.errorCode();
        if (error != null && error == FILTERED) {
            TenantId tenant = event.conversationId().tenantId();
            campaigns
                    .campaignOf(tenant, event.textId())
                    .ifPresent(campaign -> commands.send(
                            Caller.automation(tenant, "stop-campaigns"), new StopCampaign(campaign, FILTERED)));
        }
    }
}
