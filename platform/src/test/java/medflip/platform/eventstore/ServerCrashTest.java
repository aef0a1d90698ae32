package medflip.platform.eventstore;

import static medflip.platform.eventstore.Node.event;
import static medflip.platform.eventstore.Node.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.database.KilledDatabase;
import medflip.platform.database.Migrations;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class ServerCrashTest {

    private static final int WRITERS = 32;
    private static final int COMMANDS_BEFORE = 2000;
    private static final int COMMANDS_AFTER = 500;

    /** What a writer was told. */
    private enum Answer {
        STORED,
        NOT_STORED,
        UNKNOWN
    }

    private final Map<Answer, Queue<String>> events = Map.of(
            Answer.STORED, new ConcurrentLinkedQueue<>(),
            Answer.NOT_STORED, new ConcurrentLinkedQueue<>(),
            Answer.UNKNOWN, new ConcurrentLinkedQueue<>());
    private final CountDownLatch before = new CountDownLatch(COMMANDS_BEFORE);
    private final CountDownLatch after = new CountDownLatch(COMMANDS_AFTER);
    private final CountDownLatch serverIsBack = new CountDownLatch(1);
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void a_server_killed_under_load_keeps_everything_acknowledged_and_is_reconnected_to(@TempDir Path folder)
            throws Exception {
        int port = freePort();
        EmbeddedDatabase killed = EmbeddedDatabase.start(folder, port);
        var access = killed.access("medflip", "medflip_keys");
        Migrations.migrate(access);
        try (Node node = new Node(access);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(CompletableFuture.runAsync(() -> write(node), threads));
            }
            before.await();
            KilledDatabase.kill(folder);
            killed.close();
            try (EmbeddedDatabase restarted = EmbeddedDatabase.start(folder, port)) {
                serverIsBack.countDown();
                after.await();
                enough.set(true);
                CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new))
                        .get(20, TimeUnit.SECONDS);

                List<String> stored = node.service
                        .sql("SELECT event_identifier FROM events.domain_event")
                        .query(String.class)
                        .list();
                assertThat(stored).doesNotHaveDuplicates().containsAll(told(Answer.STORED));
                assertThat(told(Answer.NOT_STORED)).doesNotContainAnyElementsOf(stored);
                List<String> unaccounted = new ArrayList<>(stored);
                unaccounted.removeAll(new HashSet<>(told(Answer.STORED)));
                assertThat(told(Answer.UNKNOWN)).containsAll(unaccounted);
                assertThat(told(Answer.UNKNOWN)).as("the kill met a commit").isNotEmpty();
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // which of the queues it is, not what it holds
    private void write(Node node) {
        while (!enough.get()) {
            String stream = newStream();
            List<DomainEventMessage<?>> command = List.of(event(stream, 0), event(stream, 1));
            Answer answer = publish(node, command);
            command.forEach(event -> told(answer).add(event.getIdentifier()));
            if (answer == Answer.STORED) {
                (serverIsBack.getCount() == 0 ? after : before).countDown();
            } else {
                awaitServer();
            }
        }
    }

    private static Answer publish(Node node, List<DomainEventMessage<?>> command) {
        try {
            node.publish(command);
            return Answer.STORED;
        } catch (AppendOutcomeUnknown e) {
            return Answer.UNKNOWN;
        } catch (EventStoreException e) {
            return Answer.NOT_STORED;
        }
    }

    private Queue<String> told(Answer answer) {
        return Objects.requireNonNull(events.get(answer));
    }

    private void awaitServer() {
        try {
            serverIsBack.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
