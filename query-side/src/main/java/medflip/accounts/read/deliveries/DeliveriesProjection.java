package medflip.accounts.read.deliveries;

import medflip.accounts.events.DeliveryFormat;
import medflip.accounts.events.DeliveryScheduleEvent;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesPaused;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesRescheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesResumed;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesScheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryAsked;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryFailed;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryMade;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryScheduleRemoved;
import medflip.accounts.events.DeliveryScheduleId;
import medflip.accounts.events.DeliveryTimes;
import medflip.accounts.events.UserId;
import medflip.kernel.PersonalText;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Keeps what is delivered, when, and what became of each delivery. */
@Projection(
        processingGroup = DeliveriesProjection.GROUP,
        tables = {"delivery_schedule", "delivery"})
class DeliveriesProjection {

    static final String GROUP = "accounts.deliveries";

    @EventHandler
    void on(DeliveryScheduleEvent event, @SequenceNumber long version, Recorded recorded, Rows rows) {
        DeliveryScheduleId id = event.scheduleId();
        switch (event) {
            case DeliveriesScheduled said ->
                put(id, said.userId(), said.name(), said.list(), said.format(), said.sinceLast(), said.times(), rows);
            case DeliveriesRescheduled said ->
                put(id, said.userId(), said.name(), said.list(), said.format(), said.sinceLast(), said.times(), rows);
            case DeliveriesPaused paused -> pause(id, true, rows);
            case DeliveriesResumed resumed -> pause(id, false, rows);
            case DeliveryScheduleRemoved removed ->
                rows.write(id, "DELETE FROM delivery_schedule WHERE tenant_id = ? AND id = ?", id.tenantId(), id);
            case DeliveryAsked asked ->
                rows.write(
                        asked.deliveryId(), """
                        INSERT INTO delivery (tenant_id, id, schedule_id, asked_at, due_at) VALUES (?, ?, ?, ?, ?)
                        """, id.tenantId(), asked.deliveryId(), id, recorded.at(), asked.dueAt());
            case DeliveryMade made ->
                rows.write(
                        made.deliveryId(),
                        """
                        UPDATE delivery SET ended_at = ?, rows = ?, bytes = ?, position = ?, whole = ?, good_until = ?
                        WHERE tenant_id = ? AND id = ?
                        """,
                        recorded.at(),
                        made.rows(),
                        made.bytes(),
                        made.position(),
                        made.whole(),
                        made.goodUntil(),
                        id.tenantId(),
                        made.deliveryId());
            case DeliveryFailed failed ->
                rows.write(
                        failed.deliveryId(),
                        "UPDATE delivery SET ended_at = ?, failure = ? WHERE tenant_id = ? AND id = ?",
                        recorded.at(),
                        failed.failure(),
                        id.tenantId(),
                        failed.deliveryId());
        }
        rows.write(
                id,
                "UPDATE delivery_schedule SET version = ? WHERE tenant_id = ? AND id = ?",
                version,
                id.tenantId(),
                id);
    }

    private static void put(
            DeliveryScheduleId id,
            UserId user,
            PersonalText name,
            PersonalText list,
            DeliveryFormat format,
            boolean sinceLast,
            DeliveryTimes times,
            Rows rows) {
        rows.write(
                id,
                """
                INSERT INTO delivery_schedule
                    (tenant_id, id, user_id, name, list, format, since_last, rhythm, weekday, day_of_month, hour, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                ON CONFLICT (tenant_id, id) DO UPDATE SET
                    user_id = excluded.user_id, name = excluded.name, list = excluded.list, format = excluded.format,
                    since_last = excluded.since_last, rhythm = excluded.rhythm, weekday = excluded.weekday,
                    day_of_month = excluded.day_of_month, hour = excluded.hour
                """,
                id.tenantId(),
                id,
                user,
                name.value(),
                list.value(),
                format,
                sinceLast,
                times.rhythm(),
                times.weekday(),
                times.dayOfMonth(),
                times.hour());
    }

    private static void pause(DeliveryScheduleId id, boolean paused, Rows rows) {
        rows.write(
                id,
                "UPDATE delivery_schedule SET paused = ? WHERE tenant_id = ? AND id = ?",
                paused,
                id.tenantId(),
                id);
    }
}
