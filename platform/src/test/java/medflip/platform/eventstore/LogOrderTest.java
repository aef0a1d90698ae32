package medflip.platform.eventstore;

import static medflip.platform.eventstore.Node.event;
import static medflip.platform.eventstore.Node.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import medflip.platform.command.Accepted;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No reader is ever shown a position while a lower one could still become visible. */
@Timeout(30)
class LogOrderTest {

    private final DatabaseAccess access = TestDatabase.create();
    private Node node;
    private Connection slowNode;

    @BeforeEach
    void open() throws SQLException {
        node = new Node(access);
        slowNode = DriverManager.getConnection(
                access.url(), access.service().role(), access.service().password());
        slowNode.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        slowNode.close();
        node.close();
    }

    @Test
    void nothing_becomes_visible_behind_an_append_of_another_node_that_has_not_committed() throws Exception {
        long first = appendWithoutCommit();
        CompletableFuture<Accepted> second = CompletableFuture.supplyAsync(() -> node.publish(event(newStream(), 0)));
        awaitWaitingForTheLock();
        assertThat(second).isNotDone();
        assertThat(node.table.ofAll(0, 10)).isEmpty();

        slowNode.commit();
        assertThat(second.get(10, TimeUnit.SECONDS).position()).isGreaterThan(first);
        assertThat(node.table.ofAll(0, 10))
                .extracting(StoredEvent::position)
                .containsExactly(first, second.get().position());
    }

    @Test
    void a_position_that_was_rolled_back_stays_a_hole_that_nobody_waits_for() throws Exception {
        long lost = appendWithoutCommit();
        CompletableFuture<Accepted> next = CompletableFuture.supplyAsync(() -> node.publish(event(newStream(), 0)));
        awaitWaitingForTheLock();

        slowNode.rollback();
        assertThat(next.get(10, TimeUnit.SECONDS).position()).isGreaterThan(lost);
        assertThat(node.table.ofAll(0, 10))
                .extracting(StoredEvent::position)
                .containsExactly(next.get().position());
    }

    @Test
    void a_long_transaction_on_the_server_holds_no_reader_back() throws Exception {
        execute("SELECT pg_current_xact_id()");
        long position = node.publish(event(newStream(), 0)).position();
        assertThat(node.table.ofAll(0, 10)).extracting(StoredEvent::position).isEqualTo(List.of(position));
    }

    @Test
    void who_comes_while_another_node_appends_is_stored_at_once_with_who_waits_already() throws Exception {
        node.publish(event(newStream(), 0));
        appendWithoutCommit();
        slowNode.commit();
        node.publish(event(newStream(), 0));

        long before = appendWithoutCommit();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            writers.add(Thread.ofPlatform().start(() -> node.publish(event(newStream(), 0))));
            awaitWaitingForTheLock();
        }
        for (Thread writer : writers) {
            while (writer.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        slowNode.commit();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(node.service
                        .sql("SELECT count(*), count(DISTINCT tx_id) AS commits FROM events.domain_event"
                                + " WHERE global_index > ?")
                        .param(before)
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("count", 6L, "commits", 1L));
    }

    private long appendWithoutCommit() throws SQLException {
        return execute("SELECT (events.append('{0}', ARRAY['" + newStream() + "'], '{0}', '{-1}', '{Note}', ARRAY['"
                + UUID.randomUUID()
                + "'::uuid], ARRAY[now()], '{notes.Noted}', '{null}', ARRAY[''::bytea], ARRAY[''::bytea], '{null}',"
                + " '{null}')).positions[1]");
    }

    private long execute(String query) throws SQLException {
        try (ResultSet result = slowNode.createStatement().executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void awaitWaitingForTheLock() {
        while (node.service
                        .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                        .query(Long.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }
}
