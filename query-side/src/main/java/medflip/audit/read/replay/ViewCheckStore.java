package medflip.audit.read.replay;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.audit.read.replay.ViewCheck.CheckState;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import medflip.platform.view.ViewComparison.Compared;
import medflip.platform.view.ViewComparison.DifferentRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which checks were asked for, and what they found. */
@Component
class ViewCheckStore {

    private static final int SHOWN = 30;
    private static final int ATTEMPTS = 3;

    /** So long nobody hears of a check before another process takes it over. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final JsonMapper json;

    ViewCheckStore(JdbcClient jdbc, TenantJdbc tenants, JsonMapper json) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.json = json;
    }

    /** A check to be made. */
    record Todo(TenantId tenant, UUID id) {}

    /** How the last checks of all businesses ended. */
    record CheckSum(long businesses, long different, long failed) {}

    /** Asks for one; if the business waits for one already, that one is answered. */
    UUID ask(Caller caller, UUID id) {
        return jdbc.sql("""
                        WITH waiting AS (
                            SELECT check_id FROM write.view_check WHERE tenant_id = :tenant AND ended_at IS NULL LIMIT 1),
                        asked AS (
                            INSERT INTO write.view_check (tenant_id, check_id, asked_by)
                            SELECT :tenant, :id, :by WHERE NOT EXISTS (SELECT FROM waiting)
                            RETURNING check_id)
                        SELECT check_id FROM waiting UNION ALL SELECT check_id FROM asked
                        """)
                .param("tenant", caller.tenant().value())
                .param("id", id)
                .param("by", caller.actor())
                .query(UUID.class)
                .single();
    }

    /** Asks for those that were checked the longest ago. */
    int askForSome(int some) {
        return jdbc.sql("""
                        INSERT INTO write.view_check (tenant_id, check_id, asked_by)
                        SELECT s.tenant_id, gen_random_uuid(), 'job:audit'
                        FROM write.tenant_size s
                        LEFT JOIN (SELECT tenant_id, max(asked_at) AS asked_at, bool_or(ended_at IS NULL) AS waiting
                                   FROM write.view_check GROUP BY tenant_id) c USING (tenant_id)
                        WHERE s.events > 0 AND NOT coalesce(c.waiting, false)
                        ORDER BY c.asked_at NULLS FIRST, s.tenant_id LIMIT :some
                        """).param("some", some).update();
    }

    /** The next that nobody is at. */
    Optional<Todo> take() {
        return jdbc.sql("""
                        UPDATE write.view_check SET state = 'RUNNING', percent = 0, attempts = attempts + 1,
                            leased_until = clock_timestamp() + make_interval(secs => :lease)
                        WHERE (tenant_id, check_id) IN (
                            SELECT tenant_id, check_id FROM write.view_check
                            WHERE ended_at IS NULL AND leased_until < clock_timestamp()
                            ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING tenant_id, check_id
                        """)
                .param("lease", LEASE.toSeconds())
                .query((row, number) -> new Todo(new TenantId(id(row, "tenant_id")), id(row, "check_id")))
                .optional();
    }

    void progress(Todo todo, int percent) {
        of(todo, "percent = :percent, leased_until = clock_timestamp() + make_interval(secs => :lease)")
                .param("percent", percent)
                .param("lease", LEASE.toSeconds())
                .update();
    }

    void done(Todo todo, Compared found) {
        of(todo, """
                        state = 'DONE', percent = 100, ended_at = clock_timestamp(), position = :position, events = :events,
                        rows = :rows, different = :different, differences = :differences::jsonb
                        """)
                .param("position", found.position())
                .param("events", found.events())
                .param("rows", found.rows())
                .param("different", found.different())
                .param("differences", json.writeValueAsString(found.named()))
                .update();
    }

    /** It is tried again a few times. */
    void failed(Todo todo) {
        of(todo, """
                        state = CASE WHEN attempts >= :attempts THEN 'FAILED' ELSE 'ASKED' END,
                        ended_at = CASE WHEN attempts >= :attempts THEN clock_timestamp() END, leased_until = '-infinity'
                        """).param("attempts", ATTEMPTS).update();
    }

    private JdbcClient.StatementSpec of(Todo todo, String set) {
        return jdbc.sql("UPDATE write.view_check SET " + set + " WHERE tenant_id = :tenant AND check_id = :check")
                .param("tenant", todo.tenant().value())
                .param("check", todo.id());
    }

    /** The last ones, the newest first. */
    List<ViewCheck> latest(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query(
                                "SELECT * FROM write.view_check WHERE {tenant} ORDER BY asked_at DESC LIMIT " + SHOWN)
                        .query((row, number) -> check(row))
                        .list());
    }

    Optional<ViewCheck> find(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM write.view_check WHERE {tenant} AND check_id = :id")
                        .param("id", id)
                        .query((row, number) -> check(row))
                        .optional());
    }

    private static ViewCheck check(ResultSet row) throws SQLException {
        return new ViewCheck(
                id(row, "check_id"),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                constant(row, "state", CheckState.class),
                row.getInt("percent"),
                row.getLong("position"),
                row.getLong("events"),
                row.getLong("rows"),
                row.getLong("different"),
                List.of(Json.value(row.getString("differences"), DifferentRow[].class)),
                row.getObject("ended_at") == null ? null : instant(row, "ended_at"));
    }

    CheckSum sum() {
        return jdbc.sql("""
                        SELECT count(*) AS businesses, count(*) FILTER (WHERE different > 0) AS different,
                               count(*) FILTER (WHERE state = 'FAILED') AS failed
                        FROM (SELECT DISTINCT ON (tenant_id) * FROM write.view_check WHERE ended_at IS NOT NULL
                              ORDER BY tenant_id, asked_at DESC) latest
                        """).query(CheckSum.class).single();
    }
}
