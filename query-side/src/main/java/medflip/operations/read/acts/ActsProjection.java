package medflip.operations.read.acts;

import medflip.accounts.events.SupportEvent.SupportEntered;
import medflip.accounts.events.SupportEvent.SupportLeft;
import medflip.kernel.AggregateId;
import medflip.operations.events.UpkeepEvent;
import medflip.operations.events.UpkeepEvent.DeadLetterRetried;
import medflip.operations.events.UpkeepEvent.DeadLetterSkipped;
import medflip.operations.events.UpkeepEvent.DeliveryReadAgain;
import medflip.operations.events.UpkeepEvent.EffectRetried;
import medflip.operations.events.UpkeepEvent.ProcessorPaused;
import medflip.operations.events.UpkeepEvent.ProcessorResumed;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Fills what operators did, an act an event. */
@Projection(processingGroup = ActsProjection.GROUP, tables = "operator_act")
class ActsProjection {

    static final String GROUP = "operations.acts";

    @EventHandler
    void on(UpkeepEvent event, Recorded recorded, Rows rows) {
        switch (event) {
            case DeadLetterRetried retried ->
                put(event.upkeepId(), retried.event(), retried.processor(), null, recorded, rows);
            case DeadLetterSkipped skipped ->
                put(
                        event.upkeepId(),
                        skipped.event(),
                        skipped.processor(),
                        skipped.reason().value(),
                        recorded,
                        rows);
            case DeliveryReadAgain again -> put(event.upkeepId(), again.provider(), null, null, recorded, rows);
            case ProcessorPaused pause ->
                put(event.upkeepId(), null, pause.processor(), pause.reason().value(), recorded, rows);
            case ProcessorResumed resume -> put(event.upkeepId(), null, resume.processor(), null, recorded, rows);
            case EffectRetried retried -> put(event.upkeepId(), retried.kind(), null, null, recorded, rows);
        }
    }

    @EventHandler
    void on(SupportEntered event, Recorded recorded, Rows rows) {
        put(event.supportId(), null, null, null, recorded, rows);
    }

    @EventHandler
    void on(SupportLeft event, Recorded recorded, Rows rows) {
        put(event.supportId(), null, null, null, recorded, rows);
    }

    private static void put(
            AggregateId whose,
            @Nullable String about,
            @Nullable String processor,
            @Nullable String reason,
            Recorded recorded,
            Rows rows) {
        rows.write(
                recorded.position(),
                """
                INSERT INTO operator_act (tenant_id, position, recorded_at, actor, event, about, processor, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                whose.tenantId(),
                recorded.position(),
                recorded.at(),
                recorded.actor(),
                recorded.event(),
                about,
                processor,
                reason);
    }
}
