package medflip.messaging.read.campaigns;

import java.util.List;
import java.util.UUID;
import medflip.messaging.events.CampaignEvent;
import medflip.messaging.events.CampaignEvent.CampaignCancelled;
import medflip.messaging.events.CampaignEvent.CampaignFinished;
import medflip.messaging.events.CampaignEvent.CampaignPaused;
import medflip.messaging.events.CampaignEvent.CampaignResumed;
import medflip.messaging.events.CampaignEvent.CampaignStarted;
import medflip.messaging.events.CampaignEvent.CampaignStopped;
import medflip.messaging.events.CampaignEvent.RecipientSkipped;
import medflip.messaging.events.CampaignEvent.RecipientsChosen;
import medflip.messaging.events.CampaignId;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/** Fills the campaigns; of each text it knows the first try alone, the inbox knows the second. */
@Projection(
        processingGroup = CampaignsProjection.GROUP,
        tables = {"campaign", "campaign_recipient"})
class CampaignsProjection {

    static final String GROUP = "messaging.campaigns";

    /** More than a fact names people: their places follow from the fact's own. */
    private static final long PLACES_OF_A_FACT = 10_000;

    private static final String STARTED = """
            INSERT INTO campaign (tenant_id, id, name, body, per_minute, state, started_at, started_by, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO NOTHING
            """;

    private static final String CHOSEN = """
            INSERT INTO campaign_recipient (tenant_id, campaign_id, customer_id, place, text_id)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, campaign_id, customer_id) DO NOTHING
            """;

    private static final String SKIPPED = """
            UPDATE campaign_recipient SET skipped = ? WHERE tenant_id = ? AND campaign_id = ? AND customer_id = ?
            """;

    @EventHandler
    void on(CampaignEvent event, Recorded recorded, @SequenceNumber long version, Rows rows) {
        CampaignId id = event.campaignId();
        switch (event) {
            case CampaignStarted started ->
                rows.write(
                        id,
                        STARTED,
                        id.tenantId(),
                        id,
                        started.name().value(),
                        started.body().value(),
                        started.perMinute(),
                        CampaignState.RUNNING,
                        recorded.at(),
                        recorded.actor(),
                        version);
            case RecipientsChosen chosen -> {
                long place = recorded.position() * PLACES_OF_A_FACT;
                for (UUID customer : chosen.customerIds()) {
                    rows.write(
                            List.of(id, customer), CHOSEN, id.tenantId(), id, customer, place++, id.textTo(customer));
                }
            }
            case RecipientSkipped skipped ->
                rows.write(
                        List.of(id, skipped.customerId()),
                        SKIPPED,
                        skipped.reason(),
                        id.tenantId(),
                        id,
                        skipped.customerId());
            case CampaignPaused paused -> become(CampaignState.PAUSED, null, id, rows);
            case CampaignResumed resumed -> become(CampaignState.RUNNING, null, id, rows);
            case CampaignFinished finished -> end(CampaignState.FINISHED, null, id, recorded, rows);
            case CampaignCancelled cancelled -> end(CampaignState.CANCELLED, null, id, recorded, rows);
            case CampaignStopped stopped -> end(CampaignState.STOPPED, stopped.errorCode(), id, recorded, rows);
        }
        rows.write(id, "UPDATE campaign SET version = ? WHERE tenant_id = ? AND id = ?", version, id.tenantId(), id);
    }

    private static void end(
            CampaignState state, @Nullable Integer errorCode, CampaignId id, Recorded recorded, Rows rows) {
        become(state, errorCode, id, rows);
        rows.write(
                id,
                "UPDATE campaign SET ended_at = ? WHERE tenant_id = ? AND id = ?",
                recorded.at(),
                id.tenantId(),
                id);
    }

    private static void become(CampaignState state, @Nullable Integer errorCode, CampaignId id, Rows rows) {
        rows.write(
                id,
                "UPDATE campaign SET state = ?, error_code = ? WHERE tenant_id = ? AND id = ?",
                state,
                errorCode,
                id.tenantId(),
                id);
    }
}
