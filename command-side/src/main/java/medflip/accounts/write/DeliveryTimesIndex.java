package medflip.accounts.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesPaused;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesRescheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesResumed;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesScheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryAsked;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryScheduleRemoved;
import medflip.accounts.events.DeliveryScheduleId;
import medflip.accounts.events.DeliveryTimes;
import medflip.accounts.events.DeliveryTimes.Rhythm;
import medflip.kernel.TenantId;
import medflip.platform.view.Recorded;
import medflip.platform.web.Columns;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the next delivery of each schedule is due, over all businesses. */
@Component
@ProcessingGroup("accounts.delivery-times")
class DeliveryTimesIndex {

    private static final int AT_ONCE = 500;

    /** A schedule of which a time has come. */
    record Due(DeliveryScheduleId schedule, DeliveryTimes times) {}

    private final JdbcClient jdbc;
    private final BusinessTimeZones zones;

    DeliveryTimesIndex(JdbcClient jdbc, BusinessTimeZones zones) {
        this.jdbc = jdbc;
        this.zones = zones;
    }

    /** Those of which a time has come, the longest waiting first; not more than can be seen to in one go. */
    List<Due> due(Instant now) {
        return jdbc.sql("SELECT * FROM write.delivery_time WHERE next_at <= :now ORDER BY next_at LIMIT :most")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query((row, number) -> new Due(schedule(row), times(row)))
                .list();
    }

    /** How many schedules a business has. */
    int count(TenantId tenant) {
        return jdbc.sql("SELECT count(*) FROM write.delivery_time WHERE tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(Integer.class)
                .single();
    }

    @EventHandler
    void on(DeliveriesScheduled event, Recorded recorded) {
        put(event.scheduleId(), event.times(), next(event.scheduleId(), event.times(), recorded.at()));
    }

    /** What is paused stays so. */
    @EventHandler
    void on(DeliveriesRescheduled event, Recorded recorded) {
        boolean paused = jdbc.sql("""
                        SELECT next_at IS NULL FROM write.delivery_time
                        WHERE tenant_id = :tenant AND schedule_id = :schedule
                        """)
                .param("tenant", event.scheduleId().tenantId().value())
                .param("schedule", event.scheduleId().local())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        put(event.scheduleId(), event.times(), paused ? null : next(event.scheduleId(), event.times(), recorded.at()));
    }

    @EventHandler
    void on(DeliveriesPaused event) {
        goOn(event.scheduleId(), null);
    }

    /** What was due meanwhile isn't any more. */
    @EventHandler
    void on(DeliveriesResumed event, Recorded recorded) {
        goOn(event.scheduleId(), recorded.at());
    }

    @EventHandler
    void on(DeliveryAsked event) {
        if (event.dueAt() != null) {
            goOn(event.scheduleId(), event.dueAt());
        }
    }

    @EventHandler
    void on(DeliveryScheduleRemoved event) {
        jdbc.sql("DELETE FROM write.delivery_time WHERE tenant_id = :tenant AND schedule_id = :schedule")
                .param("tenant", event.scheduleId().tenantId().value())
                .param("schedule", event.scheduleId().local())
                .update();
    }

    private void goOn(DeliveryScheduleId schedule, @Nullable Instant after) {
        jdbc.sql("SELECT * FROM write.delivery_time WHERE tenant_id = :tenant AND schedule_id = :schedule")
                .param("tenant", schedule.tenantId().value())
                .param("schedule", schedule.local())
                .query((row, number) -> times(row))
                .optional()
                .ifPresent(times -> put(schedule, times, after == null ? null : next(schedule, times, after)));
    }

    private Instant next(DeliveryScheduleId schedule, DeliveryTimes times, Instant after) {
        return times.next(after, zones.zone(schedule.tenantId()));
    }

    private void put(DeliveryScheduleId schedule, DeliveryTimes times, @Nullable Instant next) {
        jdbc.sql("""
                        INSERT INTO write.delivery_time
                            (tenant_id, schedule_id, rhythm, weekday, day_of_month, hour, next_at)
                        VALUES (:tenant, :schedule, :rhythm, :weekday, :day, :hour, :next)
                        ON CONFLICT (tenant_id, schedule_id) DO UPDATE SET
                            rhythm = excluded.rhythm, weekday = excluded.weekday, day_of_month = excluded.day_of_month,
                            hour = excluded.hour, next_at = excluded.next_at
                        """)
                .param("tenant", schedule.tenantId().value())
                .param("schedule", schedule.local())
                .param("rhythm", times.rhythm().name())
                .param(
                        "weekday",
                        times.weekday() == null ? null : times.weekday().name(),
                        Types.VARCHAR)
                .param("day", times.dayOfMonth(), Types.INTEGER)
                .param("hour", times.hour())
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static DeliveryScheduleId schedule(ResultSet row) throws SQLException {
        return DeliveryScheduleId.of(new TenantId(Columns.id(row, "tenant_id")), Columns.id(row, "schedule_id"));
    }

    private static DeliveryTimes times(ResultSet row) throws SQLException {
        return new DeliveryTimes(
                Columns.constant(row, "rhythm", Rhythm.class),
                Columns.constantOrNull(row, "weekday", DayOfWeek.class),
                row.getObject("day_of_month", Integer.class),
                row.getInt("hour"));
    }
}
