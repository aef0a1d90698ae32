package medflip.accounts.read.support;

import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;
import static medflip.platform.web.Columns.instantOrNull;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.read.support.SupportSession.Look;
import medflip.accounts.read.support.SupportSession.Visit;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads support sessions, and what was looked at, which is no event. */
@Component("supportQuestionsStore")
class SupportStore {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final Clock clock;

    SupportStore(JdbcClient jdbc, TenantJdbc tenants, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The newest first. */
    List<SupportSession> sessions(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries
                        .query("SELECT id FROM support WHERE {tenant} ORDER BY granted_at DESC, id LIMIT " + MOST)
                        .query(UUID.class)
                        .list()
                        .stream()
                        .flatMap(id -> session(queries, id).stream())
                        .toList());
    }

    Optional<SupportSession> session(TenantId tenant, UUID id) {
        return tenants.read(tenant, queries -> session(queries, id));
    }

    private Optional<SupportSession> session(TenantJdbc.Queries queries, UUID support) {
        return queries.query("SELECT * FROM support WHERE {tenant} AND id = :id")
                .param("id", support)
                .query((row, number) -> {
                    Instant goodUntil = instant(row, "good_until");
                    Instant endedAt = instantOrNull(row, "ended_at");
                    return new SupportSession(
                            id(row, "id"),
                            row.getString("reason"),
                            row.getBoolean("may_write"),
                            instant(row, "granted_at"),
                            row.getString("granted_by"),
                            goodUntil,
                            endedAt != null || !clock.instant().isBefore(goodUntil),
                            endedAt,
                            row.getBoolean("revoked"),
                            visits(queries, support),
                            looks(queries, support),
                            row.getLong("version"));
                })
                .optional();
    }

    private static List<Visit> visits(TenantJdbc.Queries queries, UUID support) {
        return queries.query("SELECT * FROM support_visit WHERE {tenant} AND support_id = :id ORDER BY position DESC")
                .param("id", support)
                .query((row, number) ->
                        new Visit(row.getString("operator"), instant(row, "entered_at"), instantOrNull(row, "left_at")))
                .list();
    }

    private static List<Look> looks(TenantJdbc.Queries queries, UUID support) {
        return queries.query("""
                        SELECT endpoint, sum(times) AS times, min(first_at) AS first_at, max(last_at) AS last_at
                        FROM write.support_look WHERE {tenant} AND support_id = :id
                        GROUP BY endpoint ORDER BY max(last_at) DESC, endpoint
                        """)
                .param("id", support)
                .query((row, number) -> new Look(
                        row.getString("endpoint"),
                        row.getInt("times"),
                        instant(row, "first_at"),
                        instant(row, "last_at")))
                .list();
    }

    /** Over all businesses: those that wait for somebody to come, the ones that end first first. */
    List<OpenSupport> open() {
        return jdbc.sql("""
                        SELECT s.id, s.tenant_id, a.name AS business, s.reason, s.may_write, s.good_until
                        FROM read.support s JOIN read.account a ON a.tenant_id = s.tenant_id
                        WHERE s.ended_at IS NULL AND s.good_until > :now ORDER BY s.good_until
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new OpenSupport(
                        id(row, "id"),
                        id(row, "tenant_id"),
                        row.getString("business"),
                        row.getString("reason"),
                        row.getBoolean("may_write"),
                        instant(row, "good_until")))
                .list();
    }
}
