package medflip.messaging.events;

import java.util.List;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;

/** What happens to a campaign. What becomes of each of its texts, that person's conversation tells. */
public sealed interface CampaignEvent extends DomainEvent {
    CampaignId campaignId();

    @Override
    default CampaignId aggregateId() {
        return campaignId();
    }

    /**
     * One text is to go to many people.
     *
     * @param body with the names of what stands in its place for each of them, in braces
     * @param recipients how many
     * @param perMinute how many texts are written a minute, at most
     */
    record CampaignStarted(
            CampaignId campaignId,
            AccountId accountId,
            @PersonalData("messaging.campaign-name") PersonalText name,
            @PersonalData("messaging.campaign-body") PersonalText body,
            int recipients,
            int perMinute)
            implements CampaignEvent {}

    /** These people are texted, in this order; a campaign to many names them in several facts. */
    record RecipientsChosen(CampaignId campaignId, List<UUID> customerIds) implements CampaignEvent {}

    /** Somebody of the campaign gets no text. */
    record RecipientSkipped(CampaignId campaignId, UUID customerId, SkipReason reason) implements CampaignEvent {}

    /** No text leaves until it is resumed. */
    record CampaignPaused(CampaignId campaignId) implements CampaignEvent {}

    /** Texts leave again. */
    record CampaignResumed(CampaignId campaignId) implements CampaignEvent {}

    /** What hasn't left stays here. */
    record CampaignCancelled(CampaignId campaignId) implements CampaignEvent {}

    /** A carrier took a text of it for spam: what hasn't left stays here, before the number is lost. */
    record CampaignStopped(CampaignId campaignId, int errorCode) implements CampaignEvent {}

    /** Nobody of it is left to be texted. */
    record CampaignFinished(CampaignId campaignId) implements CampaignEvent {}
}
