package medflip.platform.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import medflip.accounts.events.DeliveryFailure;
import medflip.accounts.events.DeliveryFormat;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.Ids;
import medflip.platform.web.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows which archives were asked for, and which lists are to be delivered, and how far each is; nobody sees one before
 * its last part is there.
 */
@Component
public class ExportStore {

    /** How long an archive can be fetched. */
    public static final Duration KEPT = Duration.ofDays(1);

    /** Whoever makes one and says nothing for so long has died. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final int ATTEMPTS = 4;
    private static final int SHOWN = 50;

    /** Where an archive is. */
    public enum State {
        /** It waits for somebody to make it, or is being made. */
        ASKED,
        /** It is whole. */
        MADE,
        /** It couldn't be made, however often that was tried. */
        FAILED
    }

    /**
     * A list that is to be made, instead of the whole account.
     *
     * @param list its address with the filter
     * @param since position behind which changes are wanted; null where all of the list is
     */
    public record Wish(
            UUID schedule,
            String list,
            DeliveryFormat format,
            @Nullable Long since) {}

    /**
     * An archive as it stands, or a list.
     *
     * @param schedule by which a list is delivered; null for an archive
     * @param percent how much of it is made
     * @param told whether its user was told how it ended: only then can an archive be fetched. A list can once it is
     *     made: its view shows it before this is noted
     * @param bytes its length, 0 until it is made
     * @param position of the log's last event in it
     * @param rows of a list
     * @param whole whether a list is all there is, not what has changed alone
     * @param goodUntil until when it can be fetched, once it is made
     */
    public record Standing(
            UUID id,
            @Nullable UUID schedule,
            @Nullable DeliveryFormat format,
            UUID askedBy,
            Instant askedAt,
            State state,
            int percent,
            boolean told,
            long bytes,
            @Nullable String sha256,
            long position,
            long rows,
            boolean whole,
            @Nullable Instant goodUntil,
            @Nullable Instant collectedAt,
            @Nullable DeliveryFailure failure) {}

    /**
     * An archive that this process makes.
     *
     * @param wish for a list instead
     */
    public record Run(
            TenantId tenant,
            UUID id,
            UUID askedBy,
            Instant askedAt,
            UUID lease,
            @Nullable Wish wish) {}

    /** One that has come to its end, of which its user hasn't been told yet. */
    public record Ended(TenantId tenant, Standing standing) {}

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final ArchiveParts parts;
    private final TenantSeal seal;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    ExportStore(JdbcClient jdbc, TenantJdbc tenants, ArchiveParts parts, TenantSeal seal, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.parts = parts;
        this.seal = seal;
        this.clock = clock;
    }

    /** Has {@code listener} called when there may be something to do. It is a hint: who relies on it looks besides. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Notes a wish for the whole account; the same again changes nothing. */
    public void ask(TenantId tenant, UUID id, UUID user, Instant at) {
        note(tenant, id, user, at, null);
    }

    /** Notes a wish for a list; the same again changes nothing. */
    public void ask(TenantId tenant, UUID id, UUID user, Instant at, Wish wish) {
        note(tenant, id, user, at, wish);
    }

    private void note(TenantId tenant, UUID id, UUID user, Instant at, @Nullable Wish wish) {
        jdbc.sql("""
                        INSERT INTO write.export
                            (tenant_id, export_id, asked_by, asked_at, schedule_id, list, format, since)
                        VALUES (:tenant, :export, :user, :at, :schedule, :list, :format, :since)
                        ON CONFLICT (tenant_id, export_id) DO NOTHING
                        """)
                .param("schedule", wish == null ? null : wish.schedule(), Types.OTHER)
                .param(
                        "list",
                        wish == null
                                ? null
                                : seal.sealForTenant(
                                        tenant, purpose(id), wish.list().getBytes(UTF_8)),
                        Types.BINARY)
                .param("format", wish == null ? null : wish.format().name(), Types.VARCHAR)
                .param("since", wish == null ? null : wish.since(), Types.BIGINT)
                .param("tenant", tenant.value())
                .param("export", id)
                .param("user", user)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        listeners.forEach(Runnable::run);
    }

    private static final String STANDING = """
            SELECT tenant_id, export_id, schedule_id, format, asked_by, asked_at, state, percent, told, bytes, sha256,
                   position, rows, whole, good_until, collected_at, failure
            FROM write.export
            """;

    /** Archives of the whole account, the newest first. */
    public List<Standing> all(TenantId tenant) {
        return tenants.read(
                tenant,
                sql -> sql.query(STANDING + " WHERE {tenant} AND schedule_id IS NULL"
                                + " ORDER BY asked_at DESC, export_id LIMIT " + SHOWN)
                        .query(ExportStore::standing)
                        .list());
    }

    public Optional<Standing> find(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                sql -> sql.query(STANDING + " WHERE {tenant} AND export_id = :export")
                        .param("export", id)
                        .query(ExportStore::standing)
                        .optional());
    }

    /** The last file that a schedule delivered, if it can still be fetched. */
    public Optional<Standing> latest(TenantId tenant, UUID schedule) {
        return tenants.read(
                tenant,
                sql -> sql.query(STANDING + """
                                 WHERE {tenant} AND schedule_id = :schedule AND state = 'MADE'
                                   AND good_until > :now
                                ORDER BY asked_at DESC LIMIT 1
                                """)
                        .param("schedule", schedule)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(ExportStore::standing)
                        .optional());
    }

    /** Takes an archive that nobody makes; the one that has waited longest. What there was of it is made anew. */
    public Optional<Run> claim() {
        Optional<Run> run = jdbc.sql("""
                        UPDATE write.export SET leased_by = :lease, leased_until = now() + make_interval(secs => :secs),
                            attempts = attempts + 1, percent = 0, parts = 0
                        WHERE (tenant_id, export_id) = (
                            SELECT tenant_id, export_id FROM write.export
                            WHERE state = 'ASKED' AND leased_until < now() AND attempts < :most
                            ORDER BY leased_until, asked_at LIMIT 1
                            FOR UPDATE SKIP LOCKED)
                        RETURNING tenant_id, export_id, asked_by, asked_at, leased_by, schedule_id, list, format, since
                        """)
                .param("lease", Ids.next())
                .param("secs", LEASE.toSeconds())
                .param("most", ATTEMPTS)
                .query(this::run)
                .optional();
        run.ifPresent(taken -> parts.remove(taken.tenant(), taken.id()));
        return run;
    }

    private Run run(ResultSet row, int number) throws SQLException {
        TenantId tenant = new TenantId(Columns.id(row, "tenant_id"));
        UUID id = Columns.id(row, "export_id");
        UUID schedule = Columns.idOrNull(row, "schedule_id");
        return new Run(
                tenant,
                id,
                Columns.id(row, "asked_by"),
                Columns.instant(row, "asked_at"),
                Columns.id(row, "leased_by"),
                schedule == null
                        ? null
                        : new Wish(
                                schedule,
                                new String(seal.openForTenant(tenant, purpose(id), row.getBytes("list")), UTF_8),
                                Columns.constant(row, "format", DeliveryFormat.class),
                                row.getObject("since", Long.class)));
    }

    private static String purpose(UUID id) {
        return "delivery/" + id;
    }

    /** Keeps it for another while; does nothing if it is somebody else's by now. */
    public void keep(Run run) {
        of(run, "UPDATE write.export SET leased_until = now() + make_interval(secs => " + LEASE.toSeconds() + ")");
    }

    /** Gives it back, so that another process may begin it at once, and as if it had never been begun. */
    public void release(Run run) {
        of(run, "UPDATE write.export SET leased_until = '-infinity', attempts = attempts - 1");
    }

    public void progress(Run run, int percent) {
        of(run, "UPDATE write.export SET percent = " + Math.clamp(percent, 0, 99));
    }

    /** All parts of an archive are there: from now on it can be fetched. */
    public void finish(Run run, SealedParts written, long position) {
        finish(run, written, position, 0, true);
    }

    /**
     * All parts of a list are there. One that was told of already, and made again without somebody who was erased, can
     * be fetched no longer for it.
     */
    public void finish(Run run, SealedParts written, long position, long rows, boolean whole) {
        jdbc.sql("""
                        UPDATE write.export
                        SET state = 'MADE', percent = 100, parts = :parts, bytes = :bytes, sha256 = :sha256,
                            position = :position, rows = :rows, whole = :whole,
                            good_until = CASE WHEN told THEN good_until ELSE :until END, leased_by = NULL
                        WHERE tenant_id = :tenant AND export_id = :export AND leased_by = :lease
                        """)
                .param("parts", written.parts())
                .param("bytes", written.bytes())
                .param("sha256", written.sha256())
                .param("position", position)
                .param("rows", rows)
                .param("whole", whole)
                .param("until", clock.instant().plus(KEPT).atOffset(ZoneOffset.UTC))
                .param("tenant", run.tenant().value())
                .param("export", run.id())
                .param("lease", run.lease())
                .update();
        listeners.forEach(Runnable::run);
    }

    /** There will be no file, however often it were tried. */
    public void fail(Run run, DeliveryFailure failure) {
        of(run, "UPDATE write.export SET state = 'FAILED', failure = '" + failure + "'");
        listeners.forEach(Runnable::run);
    }

    /** Archives hold everybody's data: what can still be fetched is made anew, without the person. */
    public Forgets ofPeople() {
        return new Forgets() {
            @Override
            public String holds() {
                return "archives";
            }

            @Override
            public boolean copiesViews() {
                return true;
            }

            @Override
            public long count(Forgotten who) {
                return jdbc.sql("SELECT count(DISTINCT export_id) FROM write.export_part WHERE tenant_id = :tenant")
                        .param("tenant", who.tenant().value())
                        .query(Long.class)
                        .single();
            }

            @Override
            public void forget(Forgotten who) {
                jdbc.sql("""
                                UPDATE write.export SET state = 'ASKED', attempts = 0, leased_by = NULL,
                                    told = told AND schedule_id IS NOT NULL,
                                    leased_until = '-infinity', percent = 0, parts = 0
                                WHERE tenant_id = :tenant AND collected_at IS NULL AND asked_at < :now
                                  AND (state = 'ASKED' AND leased_by IS NOT NULL OR state = 'MADE' AND good_until > :now)
                                """)
                        .param("tenant", who.tenant().value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
                jdbc.sql("DELETE FROM write.export_part WHERE tenant_id = :tenant")
                        .param("tenant", who.tenant().value())
                        .update();
                listeners.forEach(Runnable::run);
            }
        };
    }

    /** Archives that were begun too often and never finished have failed. */
    public void giveUp() {
        jdbc.sql("""
                        UPDATE write.export SET state = 'FAILED', leased_by = NULL
                        WHERE state = 'ASKED' AND attempts >= :most AND leased_until < now()
                        """).param("most", ATTEMPTS).update();
    }

    /** Those of which nobody has told their user. */
    public List<Ended> untold() {
        return jdbc.sql(STANDING + " WHERE state <> 'ASKED' AND NOT told ORDER BY asked_at LIMIT " + SHOWN)
                .query((row, number) -> new Ended(new TenantId(Columns.id(row, "tenant_id")), standing(row, number)))
                .list();
    }

    public void told(TenantId tenant, UUID id) {
        update(tenant, id, "UPDATE write.export SET told = true");
    }

    /** Somebody is about to fetch it, and nobody will again. */
    public void collected(TenantId tenant, UUID id) {
        jdbc.sql("""
                        UPDATE write.export SET collected_at = coalesce(collected_at, :at)
                        WHERE tenant_id = :tenant AND export_id = :export
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tenant", tenant.value())
                .param("export", id)
                .update();
    }

    private void of(Run run, String sql) {
        jdbc.sql(sql + " WHERE tenant_id = :tenant AND export_id = :export AND leased_by = :lease")
                .param("tenant", run.tenant().value())
                .param("export", run.id())
                .param("lease", run.lease())
                .update();
    }

    private void update(TenantId tenant, UUID id, String sql) {
        jdbc.sql(sql + " WHERE tenant_id = :tenant AND export_id = :export")
                .param("tenant", tenant.value())
                .param("export", id)
                .update();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                Columns.id(row, "export_id"),
                Columns.idOrNull(row, "schedule_id"),
                Columns.constantOrNull(row, "format", DeliveryFormat.class),
                Columns.id(row, "asked_by"),
                Columns.instant(row, "asked_at"),
                Columns.constant(row, "state", State.class),
                row.getInt("percent"),
                row.getBoolean("told"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getLong("position"),
                row.getLong("rows"),
                row.getBoolean("whole"),
                Columns.instantOrNull(row, "good_until"),
                Columns.instantOrNull(row, "collected_at"),
                Columns.constantOrNull(row, "failure", DeliveryFailure.class));
    }
}
