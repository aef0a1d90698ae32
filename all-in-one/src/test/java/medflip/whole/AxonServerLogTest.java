package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.launcher.MoveEvents;
import medflip.platform.command.MessageMetadata;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.database.Migrations;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.LogPlace;
import medflip.platform.eventstore.PostgresEventStorageEngine;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A log that is kept in the {@link NamedAxonServer}: it moves there and back, and its copy may be cut off. */
class AxonServerLogTest {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int EVENTS = Integer.getInteger("events", 200_000);
    private static final int GROUP = 500;
    private static final int STREAM = 10;
    private static final Pattern COPIED = Pattern.compile("(\\d+) events are at Axon Server");

    record Noted(String text) {}

    @Test
    @Tag("soak")
    void nothing_acknowledged_is_lost_when_its_copy_is_killed_under_load(@TempDir Path folder) throws Exception {
        try (RunningSides sides = new RunningSides(folder, NamedAxonServer.settings("axonserver"))) {
            sides.start();
            SteadyCallers callers = new SteadyCallers(sides.browser().signUp("Copy Killed"));
            for (int kill = 0; kill < KILLS; kill++) {
                callers.awaitMore(50);
                sides.crashDatabase();
            }
            callers.awaitMore(50);
            assertThat(callers.end()).isGreaterThan(50 * KILLS);
            assertThat(callers.failed())
                    .as("who was cut off is told to try again")
                    .allMatch(AxonServerLogTest::isAway);
            callers.requireEachOnce();
            sides.commandSides().forEach(ServiceProcess::close);
            assertThat(NamedAxonServer.movesBack(sides.access())).isGreaterThan(50L * KILLS);
        }
    }

    /** By the side, or by what stands before it while the side holds back. */
    private static boolean isAway(String failed) {
        return failed.contains(": 503 ") || failed.contains(": 502 ") || failed.contains(": 0 ");
    }

    @Test
    @Tag("soak")
    void a_long_log_moves_there_and_back_though_it_is_cut_off_in_the_middle(
            @TempDir Path folder, TestReporter reporter) {
        NamedAxonServer.place();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0)) {
            DatabaseAccess access = database.access("medflip", "medflip_keys");
            Migrations.migrate(access);
            fill(access);
            String before = rows(access);

            try (ServiceProcess cutOff = move(folder, "cut-off", access, "axonserver")) {
                cutOff.start();
                Eventually.of(() -> copied(cutOff.log()), copied -> copied >= EVENTS / 2);
                cutOff.kill();
            }
            assertThat(place(access)).isEqualTo("postgresql");
            told(reporter, "there, the rest", move(folder, "there", access, "axonserver"));
            assertThat(place(access)).isEqualTo("axonserver");
            told(reporter, "back", move(folder, "back", access, "postgresql"));
            assertThat(place(access)).isEqualTo("postgresql");
            told(reporter, "there again", move(folder, "again", access, "axonserver"));
            assertThat(rows(access)).isEqualTo(before);
        }
    }

    private static void told(TestReporter reporter, String way, ServiceProcess move) {
        try (move) {
            long begun = System.nanoTime();
            move.start();
            assertThat(move.awaitEnd()).as(move.log()).isZero();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(move.log()).contains(EVENTS + " events are the same, byte for byte");
            reporter.publishEntry(way, EVENTS + " events, " + took.toMillis() + " ms with the start of the process");
        }
    }

    private static ServiceProcess move(Path folder, String name, DatabaseAccess access, String to) {
        List<String> arguments = new ArrayList<>(RunningService.settings(access));
        arguments.addAll(List.of("--to=" + to, "--logging.level.medflip=info"));
        NamedAxonServer.settings("").forEach((setting, value) -> arguments.add("--" + setting + "=" + value));
        return ServiceProcess.command(MoveEvents.class, folder, name, arguments.toArray(String[]::new));
    }

    private static long copied(String log) {
        return COPIED.matcher(log)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    private static void fill(DatabaseAccess access) {
        DataSource connections = new DriverManagerDataSource(
                access.url(), access.service().role(), access.service().password());
        LogPlace.POSTGRESQL.begin(connections);
        TenantId tenant = new TenantId(new UUID(0x0123456789ab7000L, 0x8000000000000001L));
        try (PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
                new EventTable(connections),
                connections,
                Jackson3Serializer.builder().build(),
                NoOpEventUpcaster.INSTANCE)) {
            for (int stored = 0; stored < EVENTS; stored += GROUP) {
                List<DomainEventMessage<?>> group = new ArrayList<>();
                for (int stream = 0; stream < GROUP / STREAM; stream++) {
                    String id = tenant + "/note/" + UUID.randomUUID();
                    for (int i = 0; i < STREAM; i++) {
                        group.add(new GenericDomainEventMessage<>(
                                "Note",
                                id,
                                i,
                                new Noted("About as much as an event says, or somewhat more than that".repeat(5)),
                                Map.of(MessageMetadata.ACTOR, "job:test")));
                    }
                }
                engine.appendEvents(group);
            }
        }
    }

    private static String place(DatabaseAccess access) {
        return owner(access)
                .sql("SELECT store FROM events.log_place")
                .query(String.class)
                .single();
    }

    private static String rows(DatabaseAccess access) {
        return owner(access).sql("""
                        SELECT count(*) || ' ' || md5(string_agg(md5((to_jsonb(e) - 'tx_id')::text), '' ORDER BY global_index))
                        FROM events.domain_event e
                        """).query(String.class).single();
    }

    private static JdbcClient owner(DatabaseAccess access) {
        return JdbcClient.create(new DriverManagerDataSource(
                access.url(), access.owner().role(), access.owner().password()));
    }
}
