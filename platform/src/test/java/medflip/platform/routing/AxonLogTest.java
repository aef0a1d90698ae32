package medflip.platform.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.grpc.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.command.IdempotencyKeyTaken;
import medflip.platform.command.MessageMetadata;
import medflip.platform.command.StorageAway;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.eventstore.AppendOutcomeUnknown;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.LogMove;
import medflip.platform.eventstore.LogPlace;
import medflip.platform.eventstore.LogServer;
import medflip.platform.eventstore.PostgresEventStorageEngine;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A log that Axon Server holds and PostgreSQL has a copy of, whatever fails between the two. */
@Timeout(60)
class AxonLogTest {

    private static final TenantId TENANT = new TenantId(new UUID(0x0123456789ab7000L, 0x8000000000000001L));

    private static final HeldEvents HELD = new HeldEvents();
    private static final Switchboard SWITCHBOARD = new Switchboard(0, HELD);
    /** One for all nodes, of which it knows nothing: the connector takes seconds to end a connection. */
    private static final AxonLog SERVER = server(SWITCHBOARD.port());

    private final DatabaseAccess access = TestDatabase.create();
    private final JdbcClient superuser = JdbcClient.create(TestDatabase.superuser(access.url()));
    private final List<Node> open = new ArrayList<>();

    record Noted(String text) {}

    /** A command side's event store. */
    private final class Node implements AutoCloseable {
        private final PostgresEventStorageEngine engine;

        Node(LogPlace place) {
            this(place, SERVER);
        }

        Node(LogPlace place, LogServer server) {
            this(access, place, server);
        }

        Node(DatabaseAccess access, LogPlace place, LogServer server) {
            DataSource connections = new DriverManagerDataSource(
                    access.url(), access.service().role(), access.service().password());
            place.begin(connections);
            engine = new PostgresEventStorageEngine(
                    new EventTable(connections),
                    connections,
                    Jackson3Serializer.builder().build(),
                    NoOpEventUpcaster.INSTANCE,
                    place == LogPlace.AXONSERVER ? server : null);
            open.add(this);
        }

        void store(DomainEventMessage<?>... events) {
            engine.appendEvents(List.of(events));
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    @AfterEach
    void forget() {
        closeNodes();
        HELD.lose(HELD.size());
    }

    @AfterAll
    static void close() {
        SERVER.close();
        SWITCHBOARD.close();
    }

    @Test
    void what_is_acknowledged_is_in_both_and_the_same() {
        Node one = new Node(LogPlace.AXONSERVER);
        Node other = new Node(LogPlace.AXONSERVER);
        String stream = stream();
        one.store(event(stream, 0), event(stream, 1), event(stream(), 0));
        other.store(event(stream, 2));
        one.store(keyed(event(stream, 3), "a key"));
        assertThat(HELD.size()).isEqualTo(8);
        assertThatThrownBy(() -> other.store(event(stream, 3))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> other.store(keyed(event(stream(), 0), "a key")))
                .isInstanceOf(IdempotencyKeyTaken.class);
        assertThat(HELD.size()).as("nothing is sent of what is refused").isEqualTo(8);
        assertSame(5);
    }

    @Test
    void what_only_the_server_has_is_read_from_it_before_anything_else_is_stored() {
        Node one = new Node(LogPlace.AXONSERVER);
        Node other = new Node(LogPlace.AXONSERVER);
        one.store(event(stream(), 0));
        String stream = stream();
        HELD.next(HeldEvents.Then.STORE_AND_FALL_SILENT);
        DomainEventMessage<?> lost = keyed(event(stream, 0), "a key");
        assertThatThrownBy(() -> one.store(lost)).isInstanceOf(AppendOutcomeUnknown.class);
        assertThat(count()).isEqualTo(1);
        assertThat(HELD.size()).isEqualTo(4);

        other.store(event(stream(), 0));
        assertThat(count()).isEqualTo(3);
        assertThat(superuser
                        .sql("SELECT event_identifier::text FROM events.domain_event ORDER BY global_index")
                        .query(String.class)
                        .list()
                        .get(1))
                .isEqualTo(lost.getIdentifier());
        assertThatThrownBy(() -> one.store(lost)).as("its repeat").isInstanceOf(IdempotencyKeyTaken.class);
        assertThatThrownBy(() -> one.store(event(stream, 0))).isInstanceOf(ConcurrencyException.class);
        assertSame(3);
    }

    @Test
    void a_group_that_comes_too_late_is_refused_whole() {
        Node node = new Node(LogPlace.AXONSERVER);
        node.store(event(stream(), 0));
        HELD.next(HeldEvents.Then.DELAY);
        DomainEventMessage<?> lost = event(stream(), 0);
        assertThatThrownBy(() -> node.store(lost, event(stream(), 0))).isInstanceOf(AppendOutcomeUnknown.class);
        node.store(event(stream(), 0));
        assertThat(HELD.letIn()).isFalse();
        assertThat(HELD.seen()).doesNotContain(lost.getIdentifier());
        assertSame(2);

        Node another = new Node(LogPlace.AXONSERVER);
        HELD.next(HeldEvents.Then.DELAY);
        assertThatThrownBy(() -> another.store(lost)).isInstanceOf(AppendOutcomeUnknown.class);
        assertThat(HELD.letIn()).as("nobody was there first").isTrue();
        another.store(event(stream(), 0));
        assertThat(HELD.seen()).contains(lost.getIdentifier());
        assertSame(4);
    }

    @Test
    void while_the_server_is_away_nothing_is_stored_anywhere() {
        Switchboard ending = new Switchboard(0, HELD);
        int port = ending.port();
        String stream = stream();
        try (ending;
                AxonLog server = server(port)) {
            Node node = new Node(LogPlace.AXONSERVER, server);
            node.store(event(stream(), 0));
            ending.close();
            awaitUnreachable(server);
            assertThatThrownBy(() -> node.store(event(stream, 0))).isInstanceOf(StorageAway.class);
            assertThat(count()).isEqualTo(1);
            assertThat(HELD.size()).isEqualTo(2);
        }
        try (Switchboard ignored = new Switchboard(port, HELD);
                AxonLog server = server(port)) {
            Node node = new Node(LogPlace.AXONSERVER, server);
            node.store(event(stream, 0));
        }
        assertSame(2);
    }

    @Test
    void a_lost_copy_is_made_again_byte_for_byte_if_somebody_says_so() {
        Node node = new Node(LogPlace.AXONSERVER);
        String stream = stream();
        IntStream.range(0, 30).forEach(i -> node.store(keyed(event(stream, i), "key " + i)));
        String before = rows();
        superuser
                .sql("TRUNCATE events.domain_event, events.log_group RESTART IDENTITY")
                .update();

        assertThatThrownBy(() -> new Node(LogPlace.AXONSERVER).store(event(stream, 30)))
                .as("the copy has nothing, which may be another service's")
                .isInstanceOf(EventStoreException.class)
                .hasRootCauseInstanceOf(LogServer.OtherLog.class);
        assertSame(30);
        assertThat(rows()).isEqualTo(before);
        new Node(LogPlace.AXONSERVER).store(event(stream, 30));
        assertSame(31);
    }

    @Test
    void what_the_server_lost_is_sent_to_it_again() {
        Node node = new Node(LogPlace.AXONSERVER);
        String stream = stream();
        IntStream.range(0, 5).forEach(i -> node.store(event(stream, i)));
        HELD.lose(4);
        node.store(event(stream, 5));
        assertThat(HELD.size()).isEqualTo(12);
        HELD.lose(HELD.size());
        assertSame(6);
        assertThat(HELD.size()).isEqualTo(12);
    }

    @Test
    void another_log_is_refused() {
        Node node = new Node(LogPlace.AXONSERVER);
        node.store(event(stream(), 0));
        node.store(event(stream(), 0));
        HELD.flip(2);
        HELD.add(Event.newBuilder().setMessageIdentifier("foreign").build());
        assertThatThrownBy(() -> new Node(LogPlace.AXONSERVER).store(event(stream(), 0)))
                .hasRootCauseInstanceOf(LogServer.OtherLog.class)
                .hasStackTraceContaining("for this log alone");
        HELD.lose(1);
        closeNodes();
        assertThatThrownBy(() -> move(LogPlace.POSTGRESQL))
                .isInstanceOf(LogServer.OtherLog.class)
                .hasMessageContaining("differ at position");
        assertThat(place()).isEqualTo("axonserver");
    }

    @Test
    void what_anybody_puts_there_who_is_no_command_side_is_never_taken_for_facts() {
        Node node = new Node(LogPlace.AXONSERVER);
        node.store(event(stream(), 0));
        byte[] key = superuser
                .sql("SELECT key FROM events.command_key")
                .query(byte[].class)
                .single();
        DatabaseAccess elsewhere = TestDatabase.create();
        JdbcClient theirs = JdbcClient.create(TestDatabase.superuser(elsewhere.url()));
        theirs.sql("UPDATE events.command_key SET key = ?").param(key).update();
        assertThat(new LogMove(elsewhere, SERVER).to(LogPlace.AXONSERVER)).isEqualTo(1);
        theirs.sql("UPDATE events.command_key SET key = sha256(key)").update();
        new Node(elsewhere, LogPlace.AXONSERVER, SERVER).store(event(stream(), 0));
        assertThat(HELD.size()).as("in all but the key as ours").isEqualTo(4);

        assertThatThrownBy(() -> node.store(event(stream(), 0)))
                .hasRootCauseInstanceOf(LogServer.OtherLog.class)
                .hasStackTraceContaining("isn't what its hash says");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void the_log_moves_there_and_back_and_goes_on_where_it_was_cut_off() {
        Node here = new Node(LogPlace.POSTGRESQL);
        String stream = stream();
        DomainEventMessage<?>[] many =
                IntStream.range(0, 2_500).mapToObj(i -> event(stream, i)).toArray(DomainEventMessage<?>[]::new);
        here.store(many);
        String before = rows();
        assertThatThrownBy(() -> move(LogPlace.AXONSERVER)).hasMessageContaining("A service works on this log");
        here.close();
        Node begunBefore = new Node(LogPlace.POSTGRESQL);

        HELD.next(HeldEvents.Then.ANSWER, HeldEvents.Then.STORE_AND_FALL_SILENT);
        assertThatThrownBy(() -> move(LogPlace.AXONSERVER)).isInstanceOf(LogServer.Lost.class);
        assertThat(place()).isEqualTo("postgresql");
        assertThat(HELD.size()).isEqualTo(2_002);
        HELD.flip(1_500);
        assertThatThrownBy(() -> move(LogPlace.AXONSERVER)).isInstanceOf(LogServer.OtherLog.class);
        assertThat(place()).isEqualTo("postgresql");
        HELD.flip(1_500);
        assertThat(move(LogPlace.AXONSERVER)).isEqualTo(2_500);
        assertThat(HELD.size()).isEqualTo(2_503);

        assertThatThrownBy(() -> new Node(LogPlace.POSTGRESQL)).hasMessageContaining("is kept in Axon Server");
        assertThatThrownBy(() -> begunBefore.store(event(stream, 2_500)))
                .hasRootCauseMessage("The log is kept in Axon Server, and the setting medflip.events.store says"
                        + " postgresql. Set it to axonserver, or stop every command side and move the log by MoveEvents."
                        + " Nothing was changed.");
        Node there = new Node(LogPlace.AXONSERVER);
        there.store(event(stream, 2_500));
        there.close();
        assertThat(move(LogPlace.POSTGRESQL)).isEqualTo(2_501);
        assertThat(rows()).startsWith(before);
        assertThatThrownBy(() -> new Node(LogPlace.AXONSERVER)).hasMessageContaining("is kept in PostgreSQL");
        Node again = new Node(LogPlace.POSTGRESQL);
        again.store(event(stream, 2_501));
        again.close();
        assertThat(move(LogPlace.AXONSERVER)).isEqualTo(2_502);
    }

    @Test
    void a_log_that_the_server_has_more_of_isnt_moved_over_it() {
        Node node = new Node(LogPlace.AXONSERVER);
        node.store(event(stream(), 0));
        node.store(event(stream(), 0));
        node.close();
        superuser.sql("DELETE FROM events.domain_event WHERE global_index = 2").update();
        superuser.sql("UPDATE events.log_place SET store = 'postgresql'").update();
        assertThatThrownBy(() -> move(LogPlace.AXONSERVER))
                .isInstanceOf(LogServer.OtherLog.class)
                .hasMessageContaining("Begin with an empty one");
    }

    private static DomainEventMessage<?> event(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "Note", stream, sequence, new Noted("x"), Map.of(MessageMetadata.ACTOR, "job:test"));
    }

    private static DomainEventMessage<?> keyed(DomainEventMessage<?> event, String key) {
        return event.andMetaData(Map.of(MessageMetadata.IDEMPOTENCY_KEY, key, MessageMetadata.REQUEST_HASH, "ab12"));
    }

    private static String stream() {
        return TENANT + "/note/" + UUID.randomUUID();
    }

    private static AxonLog server(int port) {
        return new AxonLog(new AxonServer(
                new AxonServer.Place("127.0.0.1:" + port, "", false, "", AxonServer.ONLY_CONTEXT), "test"));
    }

    private long move(LogPlace to) {
        return new LogMove(access, SERVER).to(to);
    }

    /** Ends all nodes, so that they aren't in the way, and compares byte for byte. */
    private void assertSame(int events) {
        closeNodes();
        assertThat(move(LogPlace.AXONSERVER)).isEqualTo(events);
    }

    private void closeNodes() {
        open.forEach(Node::close);
        open.clear();
    }

    private long count() {
        return superuser
                .sql("SELECT count(*) FROM events.domain_event")
                .query(Long.class)
                .single();
    }

    private String place() {
        return superuser
                .sql("SELECT store FROM events.log_place")
                .query(String.class)
                .single();
    }

    /** Of all rows, all that a copy has too. */
    private String rows() {
        return superuser.sql("""
                        SELECT string_agg(md5((to_jsonb(e) - 'tx_id')::text), ' ' ORDER BY global_index)
                        FROM events.domain_event e
                        """).query(String.class).single();
    }

    /** Until then, what is sent may be lost on its way. */
    private static void awaitUnreachable(AxonLog server) {
        while (true) {
            try {
                server.requireReachable();
                Thread.onSpinWait();
            } catch (LogServer.Unreachable e) {
                return;
            }
        }
    }
}
