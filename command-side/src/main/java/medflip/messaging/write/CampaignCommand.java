package medflip.messaging.write;

import java.util.List;
import java.util.UUID;
import medflip.kernel.PersonalText;
import medflip.messaging.events.CampaignId;
import medflip.messaging.events.SkipReason;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;

/** What can be asked of a campaign. */
public sealed interface CampaignCommand extends Command {
    CampaignId campaignId();

    @Override
    default CampaignId aggregateId() {
        return campaignId();
    }

    /** Texts many people, in this order, so many a minute at most. */
    record StartCampaign(
            CampaignId campaignId, PersonalText name, PersonalText body, int perMinute, List<UUID> customerIds)
            implements CampaignCommand {}

    /** Writes down that somebody of it gets no text. */
    record SkipRecipient(CampaignId campaignId, UUID customerId, SkipReason reason) implements CampaignCommand {}

    /** Lets no text leave for now. */
    record PauseCampaign(CampaignId campaignId) implements CampaignCommand, AllowedWhenClosed {}

    /** Lets texts leave again. */
    record ResumeCampaign(CampaignId campaignId) implements CampaignCommand {}

    /** Keeps back what hasn't left. */
    record CancelCampaign(CampaignId campaignId) implements CampaignCommand, AllowedWhenClosed {}

    /** The same because a carrier took a text of it for spam. */
    record StopCampaign(CampaignId campaignId, int errorCode) implements CampaignCommand, AllowedWhenClosed {}

    /** Nobody is left. */
    record FinishCampaign(CampaignId campaignId) implements CampaignCommand, AllowedWhenClosed {}
}
