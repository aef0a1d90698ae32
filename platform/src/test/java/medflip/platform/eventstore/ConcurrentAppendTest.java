package medflip.platform.eventstore;

import static medflip.platform.eventstore.Node.event;
import static medflip.platform.eventstore.Node.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What must hold of everything that many writers were told, on one node and on two. */
@Timeout(60)
class ConcurrentAppendTest {

    private static final int WRITERS = 64;
    private static final int COMMANDS_A_WRITER = 80;
    private static final int STREAMS_A_WRITER = 3;

    private final DatabaseAccess access = TestDatabase.create();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Map<String, String> wronglyAnswered = new ConcurrentHashMap<>();
    private final AtomicLong highestAcknowledged = new AtomicLong();

    /** The stream that everybody appends to, and the version that a writer last saw of it. */
    private final String contested = newStream();

    private final AtomicLong contestedVersion = new AtomicLong(-1);

    @Test
    void many_writers_on_one_node() throws Exception {
        try (Node node = new Node(access)) {
            check(List.of(node));
        }
    }

    @Test
    void many_writers_on_two_nodes() throws Exception {
        try (Node first = new Node(access);
                Node second = new Node(access)) {
            check(List.of(first, second));
        }
    }

    private void check(List<Node> nodes) throws Exception {
        List<CompletableFuture<List<String>>> readers = new ArrayList<>();
        CompletableFuture<Long> end = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Node node : nodes) {
                readers.add(CompletableFuture.supplyAsync(() -> readUntil(end, node), threads));
            }
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(CompletableFuture.runAsync(
                        () -> write(nodes.get(writer % nodes.size()), new Random(writer)), threads));
            }
            CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).join();
            end.complete(nodes.getFirst().engine.head());
        }

        List<String> stored = nodes.getFirst()
                .service
                .sql("SELECT event_identifier FROM events.domain_event ORDER BY global_index")
                .query(String.class)
                .list();
        assertThat(wronglyAnswered).isEmpty();
        assertThat(acknowledged).as("acknowledged: there, once").containsExactlyInAnyOrderElementsOf(stored);
        assertThat(stored).as("refused: nothing left").doesNotContainAnyElementsOf(refused);
        assertThat(refused.size()).as("conflicts there were").isGreaterThan(WRITERS * COMMANDS_A_WRITER / 20);
        for (CompletableFuture<List<String>> reader : readers) {
            assertThat(reader.get()).as("what a reader saw").isEqualTo(stored);
        }
        assertThat(versionsOutOfOrder(nodes.getFirst()))
                .as("holes or inversions in streams")
                .isZero();
    }

    private void write(Node node, Random random) {
        TenantId tenant = new TenantId(new java.util.UUID(random.nextLong(), random.nextLong()));
        List<String> streams = new ArrayList<>();
        long[] next = new long[STREAMS_A_WRITER];
        for (int i = 0; i < STREAMS_A_WRITER; i++) {
            streams.add(newStream(tenant));
        }
        for (int i = 0; i < COMMANDS_A_WRITER; i++) {
            int stream = random.nextInt(STREAMS_A_WRITER);
            int events = random.nextInt(4) == 0 ? 3 : 1;
            switch (random.nextInt(20)) {
                case 0 ->
                    expectRefusal(node, commands(streams.get(stream), next[stream] + 1 + random.nextInt(3), events));
                case 1 -> {
                    if (next[stream] > 0) {
                        long taken = random.nextLong(next[stream]);
                        expectRefusal(node, commands(streams.get(stream), taken, events));
                    }
                }
                case 2 -> contend(node);
                default -> {
                    List<DomainEventMessage<?>> command = commands(streams.get(stream), next[stream], events);
                    if (random.nextInt(10) == 0) {
                        int other = (stream + 1) % STREAMS_A_WRITER;
                        command.add(event(streams.get(other), next[other]++));
                    }
                    next[stream] += events;
                    expectGrant(node, command);
                }
            }
        }
    }

    private static List<DomainEventMessage<?>> commands(String stream, long from, int events) {
        List<DomainEventMessage<?>> command = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            command.add(event(stream, from + i));
        }
        return command;
    }

    private void expectGrant(Node node, List<DomainEventMessage<?>> command) {
        try {
            acknowledge(highestAcknowledged.get(), node.publish(command), command);
        } catch (RuntimeException e) {
            wronglyAnswered.put(command.toString(), e.toString());
        }
    }

    private void expectRefusal(Node node, List<DomainEventMessage<?>> command) {
        try {
            node.publish(command);
            wronglyAnswered.put(command.toString(), "stored");
        } catch (ConcurrencyException e) {
            command.forEach(event -> refused.add(event.getIdentifier()));
        }
    }

    /** Appends where everybody does, on the version last seen: at most one wins each version. */
    private void contend(Node node) {
        long seen = contestedVersion.get();
        List<DomainEventMessage<?>> command = commands(contested, seen + 1, 2);
        long before = highestAcknowledged.get();
        try {
            acknowledge(before, node.publish(command), command);
            contestedVersion.accumulateAndGet(seen + 2, Math::max);
        } catch (ConcurrencyException e) {
            command.forEach(event -> refused.add(event.getIdentifier()));
        }
    }

    /** What is stored after another was acknowledged stands behind it in the log. */
    private void acknowledge(long acknowledgedBefore, Accepted accepted, List<DomainEventMessage<?>> command) {
        if (accepted.position() <= acknowledgedBefore) {
            wronglyAnswered.put(command.toString(), accepted.position() + " is not behind " + acknowledgedBefore);
        }
        highestAcknowledged.accumulateAndGet(accepted.position(), Math::max);
        command.forEach(event -> acknowledged.add(event.getIdentifier()));
    }

    private static List<String> readUntil(CompletableFuture<Long> end, Node node) {
        List<String> seen = new ArrayList<>();
        try (TrackingEventStream stream = node.store.openStream(null)) {
            long position = 0;
            while (position < end.getNow(Long.MAX_VALUE)) {
                if (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                    TrackedEventMessage<?> event = stream.nextAvailable();
                    seen.add(event.getIdentifier());
                    position = event.trackingToken().position().orElseThrow();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Collections.unmodifiableList(seen);
    }

    private static long versionsOutOfOrder(Node node) {
        return node.service.sql("""
                        SELECT count(*) FROM (
                            SELECT sequence_number, row_number() OVER (
                                PARTITION BY aggregate_identifier ORDER BY global_index) - 1 AS place
                            FROM events.domain_event) e
                        WHERE sequence_number <> place
                        """).query(Long.class).single();
    }
}
