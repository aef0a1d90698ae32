package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.eventstore.EventTable;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.view.PastViews;
import medflip.platform.view.Projection;
import medflip.platform.view.Rebuild;
import medflip.platform.view.StandingRebuilds;
import medflip.platform.view.TenantReplay;
import medflip.platform.view.ViewComparison;
import medflip.platform.view.ViewProgress;
import medflip.platform.view.ViewSwitch;
import medflip.platform.view.ViewSwitch.RebuildState;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As whom a query side that is a process of its own reaches the database. */
class QueryRoleTest {

    /** All that it may outside of the views; what isn't here it doesn't see. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("events.domain_event", "SELECT"),
            Map.entry("write.spring_session", "SELECT, INSERT, UPDATE, DELETE"),
            Map.entry("write.spring_session_attributes", "SELECT, INSERT, UPDATE, DELETE"),
            Map.entry("write.api_key", "SELECT, UPDATE"),
            Map.entry("write.one_time_link", "SELECT"),
            Map.entry("write.subscription", "SELECT"),
            Map.entry("write.feature_use", "SELECT, INSERT, UPDATE"),
            Map.entry("write.access_entry", "SELECT, INSERT"),
            Map.entry("write.sign_in_record", "SELECT"),
            Map.entry("write.support_look", "SELECT, INSERT, UPDATE"),
            Map.entry("write.erasure", "SELECT"),
            Map.entry("write.tenant_size", "SELECT"),
            Map.entry("write.view_check", "SELECT, INSERT, UPDATE"),
            Map.entry("write.refused_request", "SELECT, INSERT, UPDATE"),
            Map.entry("write.file", "SELECT"),
            Map.entry("write.export", "SELECT, UPDATE"),
            Map.entry("write.export_part", "SELECT, INSERT, DELETE"),
            Map.entry("write.dead_letter", "SELECT, INSERT, UPDATE, DELETE"));

    private final RunningService service = RunningService.shared();
    private final JdbcClient jdbc = service.bean(JdbcClient.class);

    private record Right(String name, String rights) {}

    @Test
    void it_may_read_the_log_and_what_doors_and_lists_need_and_opens_nothing_else() {
        Map<String, String> rights =
                jdbc.sql("""
                        SELECT n.nspname || '.' || c.relname AS name,
                               string_agg(p.privilege, ', ' ORDER BY p.place) AS rights
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE'])
                             WITH ORDINALITY AS p (privilege, place)
                        WHERE n.nspname IN ('events', 'write') AND c.relkind = 'r'
                          AND has_table_privilege('medflip_query', c.oid, p.privilege)
                        GROUP BY 1
                        """).query(Right.class).list().stream().collect(Collectors.toMap(Right::name, Right::rights));
        assertThat(rights).containsExactlyInAnyOrderEntriesOf(ALLOWED);
    }

    @Test
    void it_can_neither_add_to_the_log_nor_make_anything_nor_pass_by_the_tenants_policies() {
        assertThat(jdbc.sql("""
                        SELECT has_any_column_privilege('medflip_query', 'events.domain_event', 'INSERT, UPDATE')
                            OR (SELECT bool_or(has_function_privilege('medflip_query', p.oid, 'EXECUTE'))
                                FROM pg_proc p
                                WHERE p.pronamespace = 'events'::regnamespace AND p.proname <> 'position_at')
                            OR has_schema_privilege('medflip_query', 'read', 'CREATE')
                            OR has_schema_privilege('medflip_query', 'write', 'CREATE')
                            OR has_schema_privilege('medflip_query', 'events', 'CREATE')
                            OR (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'medflip_query')
                        """).query(Boolean.class).single()).isFalse();
    }

    @Test
    void whoever_makes_views_owns_them_and_sees_nothing_of_what_they_are_made_of() {
        assertThat(jdbc.sql("""
                        SELECT n.nspname || '.' || c.relname AS name,
                               string_agg(p.privilege, ', ' ORDER BY p.place) AS rights
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE'])
                             WITH ORDINALITY AS p (privilege, place)
                        WHERE n.nspname IN ('events', 'write', 'public') AND c.relkind = 'r'
                          AND has_table_privilege('medflip_views', c.oid, p.privilege)
                        GROUP BY 1
                        """).query(Right.class).list())
                .containsExactly(new Right("write.dead_letter", "SELECT, DELETE"));
        assertThat(jdbc.sql("""
                        SELECT (SELECT bool_or(has_function_privilege('medflip_views', p.oid, 'EXECUTE'))
                                FROM pg_proc p WHERE p.pronamespace = 'events'::regnamespace)
                            OR has_schema_privilege('medflip_views', 'write', 'CREATE')
                            OR has_schema_privilege('medflip_views', 'events', 'USAGE')
                            OR (SELECT rolcanlogin OR rolsuper OR rolbypassrls FROM pg_roles
                                WHERE rolname = 'medflip_views')
                            OR EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'read'::regnamespace
                                       AND c.relkind = 'r' AND pg_get_userbyid(c.relowner) <> 'medflip_views')
                        """).query(Boolean.class).single()).isFalse();
    }

    /** As a query side does it: with the password of its own role alone. */
    @Test
    void it_fills_the_past_checks_views_and_rebuilds_one() throws SQLException {
        Books books = Books.open(service);
        TenantId tenant = TenantId.of(books.owner()
                .get("/api/session")
                .expect(200)
                .json()
                .at("/business/id")
                .asString());
        try (HikariDataSource query = pool("SET search_path TO read, write");
                HikariDataSource views = pool("SET ROLE medflip_views");
                PastViews past = new PastViews(
                        service.bean(EventTable.class),
                        service.bean(TenantReplay.class),
                        views,
                        JdbcClient.create(query),
                        this::projections);
                ViewSwitch rebuilds = new ViewSwitch(
                        service.bean(Rebuild.class),
                        views,
                        new StandingRebuilds(JdbcClient.create(query)),
                        this::projections,
                        Clock.systemUTC())) {
            PastMoment moment = past.now(tenant, Instant.now()).orElseThrow();
            assertThat(past.fill(moment, List.of("customers.people"), Duration.ofSeconds(20)))
                    .isEmpty();
            assertThat(books.owner()
                            .get("/api/customers?asOf=" + moment.position())
                            .expect(200)
                            .body())
                    .as("the one process reads what the query side filled")
                    .contains(Books.NAME);
            assertThat(service.bean(PastViews.class).forget(tenant)).isPositive();

            ViewComparison.Compared compared = new ViewComparison(
                            service.bean(EventTable.class),
                            service.bean(TenantReplay.class),
                            service.bean(ViewProgress.class),
                            views,
                            query,
                            this::projections)
                    .run(tenant, percent -> {});
            assertThat(compared.rows()).isPositive();
            assertThat(compared.named()).isEmpty();

            assertThat(rebuilds.begin("customers.people")).isTrue();
            assertThat(Eventually.of(() -> rebuilds.all().getFirst(), rebuild -> rebuild.endedAt() != null)
                            .state())
                    .isEqualTo(RebuildState.DONE);
            assertThat(service.bean(ViewSwitch.class).all())
                    .as("other processes know of it too")
                    .isEqualTo(rebuilds.all());
        }
        requireMayFillEveryView();
    }

    private Collection<Object> projections() {
        return service.context().getBeansWithAnnotation(Projection.class).values();
    }

    private HikariDataSource pool(String session) {
        DatabaseAccess.Login login = service.bean(EmbeddedDatabase.class).query();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(service.bean(DatabaseAccess.class).url());
        config.setUsername(login.role());
        config.setPassword(login.password());
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(6);
        config.setConnectionInitSql(session);
        return new HikariDataSource(config);
    }

    @Test
    void it_may_fill_every_view() {
        requireMayFillEveryView();
    }

    private void requireMayFillEveryView() {
        assertThat(jdbc.sql("""
                        SELECT c.relname FROM pg_class c
                        WHERE c.relnamespace = 'read'::regnamespace AND c.relkind = 'r'
                          AND NOT (has_table_privilege('medflip_query', c.oid, 'SELECT')
                               AND has_table_privilege('medflip_query', c.oid, 'INSERT')
                               AND has_table_privilege('medflip_query', c.oid, 'UPDATE')
                               AND has_table_privilege('medflip_query', c.oid, 'DELETE'))
                        """).query(String.class).list()).isEmpty();
    }
}
