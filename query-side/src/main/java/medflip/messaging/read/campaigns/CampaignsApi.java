package medflip.messaging.read.campaigns;

import java.util.UUID;
import medflip.messaging.events.SkipReason;
import medflip.messaging.events.TextFault;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Questions about campaigns. */
@RestController("campaignsQuestionsApi")
class CampaignsApi {

    private static final String TEXTS = "messaging.inbox";
    private static final String PEOPLE = "customers.people";

    private static final CsvColumns<CampaignRecipient> RESULTS = new CsvColumns<CampaignRecipient>()
            .text("Name", CampaignRecipient::name)
            .value("Result", CampaignRecipient::result)
            .text("Why", CampaignsApi::why)
            .value("Waits until", CampaignRecipient::heldUntil)
            .value("Id", CampaignRecipient::customerId);

    private static final CsvColumns<Campaign> CAMPAIGNS = new CsvColumns<Campaign>()
            .value("Started", Campaign::startedAt)
            .value("Ended", Campaign::endedAt)
            .text("Name", Campaign::name)
            .text("Text", Campaign::body)
            .value("State", Campaign::state)
            .value("People", campaign -> campaign.counts().recipients())
            .value(
                    "Waiting",
                    campaign -> campaign.counts().pending() + campaign.counts().waiting())
            .value("Sent", campaign -> campaign.counts().sent())
            .value("Delivered", campaign -> campaign.counts().delivered())
            .value("Failed", campaign -> campaign.counts().failed())
            .value("Blocked", campaign -> campaign.counts().blocked())
            .value("Cancelled", campaign -> campaign.counts().cancelled())
            .value("Skipped", campaign -> campaign.counts().skipped())
            .value("Parts", campaign -> campaign.counts().parts())
            .value("Id", Campaign::id);

    private final CampaignsStore store;

    CampaignsApi(CampaignsStore store) {
        this.store = store;
    }

    /** A page of the campaigns, the latest first. */
    @GetMapping("/api/campaigns")
    @Reads({CampaignsProjection.GROUP, TEXTS})
    Page<Campaign> findCampaigns(Caller caller, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), page);
    }

    /** The whole list as a file. */
    @ExportMapping("/api/campaigns.csv")
    @Reads({CampaignsProjection.GROUP, TEXTS})
    Listing<Campaign> exportCampaigns(Caller caller) {
        return Listing.of("campaigns", CAMPAIGNS, each -> store.forEach(caller.tenant(), each));
    }

    /** One campaign, and how far it has come. */
    @GetMapping("/api/campaigns/{id}")
    @Reads({CampaignsProjection.GROUP, TEXTS})
    Campaign findCampaign(Caller caller, @PathVariable UUID id) {
        return store.find(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** A page of the people of a campaign, with what became of each one's text. */
    @GetMapping("/api/campaigns/{id}/recipients")
    @Reads({CampaignsProjection.GROUP, TEXTS, PEOPLE})
    Page<CampaignRecipient> findCampaignRecipients(
            Caller caller,
            @PathVariable UUID id,
            @ParameterObject FindRecipients question,
            @ParameterObject PageRequest page) {
        findCampaign(caller, id);
        return store.recipients(caller.tenant(), id, question, page);
    }

    /** What became of everybody's text of a campaign, as a file. */
    @ExportMapping("/api/campaigns/{id}/recipients.csv")
    @Reads({CampaignsProjection.GROUP, TEXTS, PEOPLE})
    Listing<CampaignRecipient> exportCampaignRecipients(
            Caller caller, @PathVariable UUID id, @ParameterObject FindRecipients question) {
        findCampaign(caller, id);
        return Listing.of("campaign", RESULTS, each -> store.forEachRecipient(caller.tenant(), id, question, each));
    }

    private static @Nullable String why(CampaignRecipient recipient) {
        SkipReason skipped = recipient.skipped();
        return skipped == null
                ? TextFault.words(recipient.blockedFor(), recipient.errorCode())
                : switch (skipped) {
                    case NO_NUMBER -> "There is no phone number";
                    case SAME_NUMBER -> "Somebody else with the same number was texted";
                    case GONE -> "They were archived or forgotten meanwhile";
                };
    }
}
