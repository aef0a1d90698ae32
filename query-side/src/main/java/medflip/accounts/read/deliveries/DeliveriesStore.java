package medflip.accounts.read.deliveries;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.constantOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;
import static medflip.platform.web.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import medflip.accounts.events.DeliveryFailure;
import medflip.accounts.events.DeliveryFormat;
import medflip.accounts.events.DeliveryTimes;
import medflip.accounts.events.DeliveryTimes.Rhythm;
import medflip.accounts.read.deliveries.ScheduledDelivery.Stage;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.BusinessDay;
import medflip.platform.tenancy.TenantJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is delivered, and what became of it. */
@Component
class DeliveriesStore {

    /** As many deliveries as a screen shows of one schedule. */
    private static final int SHOWN = 50;

    private final TenantJdbc tenants;
    private final Clock clock;

    DeliveriesStore(TenantJdbc tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** By name. */
    List<DeliveryPlan> plans(TenantId tenant) {
        return tenants.read(tenant, queries -> plans(queries, null));
    }

    Optional<DeliveryPlan> plan(TenantId tenant, UUID schedule) {
        return tenants.read(tenant, queries -> plans(queries, schedule).stream().findFirst());
    }

    /** Of one schedule, the newest first. */
    List<ScheduledDelivery> deliveries(TenantId tenant, UUID schedule) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM delivery WHERE {tenant} AND schedule_id = :schedule"
                                + " ORDER BY asked_at DESC, id LIMIT " + SHOWN)
                        .param("schedule", schedule)
                        .query(this::delivery)
                        .list());
    }

    Optional<ScheduledDelivery> delivery(TenantId tenant, UUID delivery) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM delivery WHERE {tenant} AND id = :id")
                        .param("id", delivery)
                        .query(this::delivery)
                        .optional());
    }

    private List<DeliveryPlan> plans(TenantJdbc.Queries queries, @Nullable UUID one) {
        Map<UUID, ScheduledDelivery> last = queries.query("""
                        SELECT DISTINCT ON (schedule_id) * FROM delivery WHERE {tenant}
                        ORDER BY schedule_id, asked_at DESC, id
                        """).query(this::delivery).stream()
                .collect(Collectors.toMap(ScheduledDelivery::scheduleId, Function.identity()));
        ZoneId zone = BusinessDay.zone(queries);
        return queries.query("SELECT * FROM delivery_schedule WHERE {tenant}" + (one == null ? "" : " AND id = :id")
                        + " ORDER BY lower(name), id")
                .params(one == null ? Map.of() : Map.of("id", one))
                .query((row, number) -> plan(row, last.get(id(row, "id")), zone))
                .list();
    }

    private DeliveryPlan plan(ResultSet row, @Nullable ScheduledDelivery last, ZoneId zone) throws SQLException {
        DeliveryTimes times = new DeliveryTimes(
                constant(row, "rhythm", Rhythm.class),
                constantOrNull(row, "weekday", DayOfWeek.class),
                row.getObject("day_of_month", Integer.class),
                row.getInt("hour"));
        boolean paused = row.getBoolean("paused");
        return new DeliveryPlan(
                id(row, "id"),
                id(row, "user_id"),
                row.getString("name"),
                row.getString("list"),
                constant(row, "format", DeliveryFormat.class),
                row.getBoolean("since_last"),
                times.rhythm(),
                times.weekday(),
                times.dayOfMonth(),
                times.hour(),
                paused,
                paused ? null : times.next(clock.instant(), zone),
                last,
                row.getLong("version"));
    }

    private ScheduledDelivery delivery(ResultSet row, int number) throws SQLException {
        Instant goodUntil = instantOrNull(row, "good_until");
        DeliveryFailure failure = constantOrNull(row, "failure", DeliveryFailure.class);
        return new ScheduledDelivery(
                id(row, "id"),
                id(row, "schedule_id"),
                instant(row, "asked_at"),
                instantOrNull(row, "due_at"),
                stage(goodUntil, failure),
                instantOrNull(row, "ended_at"),
                row.getObject("rows", Long.class),
                row.getObject("bytes", Long.class),
                row.getObject("position", Long.class),
                row.getObject("whole", Boolean.class),
                goodUntil,
                failure);
    }

    private Stage stage(@Nullable Instant goodUntil, @Nullable DeliveryFailure failure) {
        if (failure != null) {
            return Stage.FAILED;
        }
        if (goodUntil == null) {
            return Stage.MAKING;
        }
        return clock.instant().isBefore(goodUntil) ? Stage.READY : Stage.EXPIRED;
    }
}
