package medflip.platform.eventstore;

import static medflip.platform.eventstore.Node.event;
import static medflip.platform.eventstore.Node.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import medflip.platform.database.EmbeddedDatabase;
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

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> surelyNotStored = new ConcurrentLinkedQueue<>();
    private final Queue<String> unknown = new ConcurrentLinkedQueue<>();
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
            kill(folder);
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
                assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
                assertThat(stored).doesNotContainAnyElementsOf(surelyNotStored);
                List<String> unaccounted = new ArrayList<>(stored);
                unaccounted.removeAll(new java.util.HashSet<>(acknowledged));
                assertThat(unknown).containsAll(unaccounted);
                assertThat(unknown).as("the kill met a commit").isNotEmpty();
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // which of the queues it is, not what it holds
    private void write(Node node) {
        while (!enough.get()) {
            String stream = newStream();
            List<DomainEventMessage<?>> command = List.of(event(stream, 0), event(stream, 1));
            Queue<String> outcome = publish(node, command);
            command.forEach(event -> outcome.add(event.getIdentifier()));
            if (outcome == acknowledged) {
                (serverIsBack.getCount() == 0 ? after : before).countDown();
            } else {
                awaitServer();
            }
        }
    }

    private Queue<String> publish(Node node, List<DomainEventMessage<?>> command) {
        try {
            node.publish(command);
            return acknowledged;
        } catch (AppendOutcomeUnknown e) {
            return unknown;
        } catch (EventStoreException e) {
            return surelyNotStored;
        }
    }

    private void awaitServer() {
        try {
            serverIsBack.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills the server and its processes, and waits until the system has forgotten them. */
    private static void kill(Path folder) throws Exception {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
