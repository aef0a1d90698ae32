package medflip.messaging.read.campaigns;

import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Questions about campaigns. */
@RestController("campaignsQuestionsApi")
class CampaignsApi {

    private static final String TEXTS = "messaging.inbox";
    private static final String PEOPLE = "customers.people";

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
}
