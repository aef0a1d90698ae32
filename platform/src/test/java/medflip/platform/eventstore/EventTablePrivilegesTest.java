package medflip.platform.eventstore;

import static medflip.platform.eventstore.Node.TENANT;
import static medflip.platform.eventstore.Node.event;
import static medflip.platform.eventstore.Node.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.StartupChecks;
import medflip.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EventTablePrivilegesTest {

    private static final DatabaseAccess ACCESS = TestDatabase.create();
    private static final TenantId OTHER_TENANT = new TenantId(UUID.randomUUID());

    @BeforeAll
    static void store_an_event_of_each_tenant() {
        try (Node node = new Node(ACCESS)) {
            node.publish(event(newStream(TENANT), 0));
            node.publish(event(newStream(OTHER_TENANT), 0));
        }
    }

    @AfterAll
    static void both_events_are_as_they_were() throws SQLException {
        assertThat(count(as(ACCESS.service()))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE events.domain_event SET payload = ''",
                "UPDATE events.domain_event SET recorded_at = now()",
                "DELETE FROM events.domain_event",
                "TRUNCATE events.domain_event",
                "ALTER TABLE events.domain_event DISABLE ROW LEVEL SECURITY"
            })
    void nobody_who_serves_can_change_or_remove_a_fact(String statement) {
        for (DatabaseAccess.Login login : new DatabaseAccess.Login[] {ACCESS.service(), ACCESS.tenant()}) {
            assertThatThrownBy(() -> execute(as(login), statement)).satisfies(EventTablePrivilegesTest::isDenied);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"global_index", "recorded_at", "tx_id"})
    void the_service_cannot_choose_when_or_where_in_the_log_a_fact_was_recorded(String column) {
        String value = column.equals("recorded_at") ? "now()" : column.equals("tx_id") ? "'1'" : "1";
        assertThatThrownBy(() -> execute(
                        as(ACCESS.service()),
                        "INSERT INTO events.domain_event (" + column + ", aggregate_identifier, sequence_number, type,"
                                + " event_identifier, time_stamp, payload_type, payload, meta_data) OVERRIDING SYSTEM"
                                + " VALUE VALUES (" + value + ", gen_random_uuid() || '/note/1', 0, 'Note',"
                                + " gen_random_uuid(), now(), 'x', '', '')"))
                .satisfies(EventTablePrivilegesTest::isDenied);
    }

    @Test
    void a_tenant_cannot_append() {
        assertThatThrownBy(() -> execute(
                        as(ACCESS.tenant()),
                        "INSERT INTO events.domain_event (aggregate_identifier) VALUES ('" + newStream() + "')"))
                .satisfies(EventTablePrivilegesTest::isDenied);
        assertThatThrownBy(() -> execute(
                        as(ACCESS.tenant()),
                        "SELECT events.append('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}',"
                                + " '{}')"))
                .satisfies(EventTablePrivilegesTest::isDenied);
    }

    @Test
    void nothing_is_restored_into_a_log_that_is_kept_here() {
        String row = "SELECT events.restore('{9}', '{2020-01-01}', '{" + newStream() + "}', '{0}', '{Note}',"
                + " ARRAY[gen_random_uuid()], '{2020-01-01}', '{x}', '{1}', '{\"\"}', '{\"\"}', '{null}', '{null}')";
        for (DatabaseAccess.Login login : new DatabaseAccess.Login[] {ACCESS.service(), ACCESS.tenant()}) {
            assertThatThrownBy(() -> execute(as(login), row)).satisfies(EventTablePrivilegesTest::isDenied);
        }
        for (String statement : new String[] {
            "UPDATE events.log_place SET store = 'axonserver'",
            "UPDATE events.log_group SET position = 0",
            "DELETE FROM events.log_group"
        }) {
            assertThatThrownBy(() -> execute(as(ACCESS.service()), statement))
                    .satisfies(EventTablePrivilegesTest::isDenied);
        }
    }

    @Test
    void without_a_tenant_no_row_is_seen_and_with_one_only_its_own() throws SQLException {
        try (Connection connection = as(ACCESS.tenant())) {
            assertThat(count(connection)).isZero();
            execute(connection, "SET app.tenant = '" + TENANT + "'");
            assertThat(count(connection)).isEqualTo(1);
            execute(connection, "SET app.tenant = ''");
            assertThat(count(connection)).isZero();
        }
    }

    @Test
    void the_service_starts_on_it() {
        StartupChecks.requireRowLevelSecurity(new DriverManagerDataSource(
                ACCESS.url(), ACCESS.service().role(), ACCESS.service().password()));
    }

    private static Connection as(DatabaseAccess.Login login) throws SQLException {
        return DriverManager.getConnection(ACCESS.url(), login.role(), login.password());
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        connection.createStatement().execute(statement);
    }

    private static long count(Connection connection) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SELECT count(*) FROM events.domain_event")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void isDenied(Throwable error) {
        assertThat(((SQLException) error).getSQLState()).isEqualTo("42501");
    }
}
