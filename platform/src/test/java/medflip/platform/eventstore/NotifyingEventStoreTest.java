package medflip.platform.eventstore;

import static medflip.platform.eventstore.Node.event;
import static medflip.platform.eventstore.Node.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NotifyingEventStoreTest {

    private static final DatabaseAccess ACCESS = TestDatabase.create();

    private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();
    private Node node;
    private Node otherNode;

    @BeforeEach
    void open() {
        node = new Node(ACCESS);
        otherNode = new Node(ACCESS);
    }

    @AfterEach
    void close() {
        node.close();
        otherNode.close();
    }

    @Test
    void a_pooled_processor_follows_what_any_node_appends() throws Exception {
        var processor = processor();
        processor.start();
        try {
            for (Node appending : List.of(node, otherNode, node)) {
                awaitHandled(publish(appending));
            }
        } finally {
            processor.shutDown();
        }
    }

    @Test
    void a_reader_is_called_back_when_this_node_has_appended() throws Exception {
        assertCalledBackBy(node);
    }

    @Test
    void a_reader_is_called_back_when_another_node_has_appended() throws Exception {
        publish(node);
        assertCalledBackBy(otherNode);
    }

    private void assertCalledBackBy(Node appending) throws InterruptedException {
        try (TrackingEventStream stream = node.store.openStream(node.store.createHeadToken())) {
            CountDownLatch called = new CountDownLatch(1);
            AtomicBoolean appended = new AtomicBoolean();
            assertThat(stream.setOnAvailableCallback(() -> {
                        // Called for what was there before, too: a reader then looks and finds nothing.
                        if (appended.get()) {
                            called.countDown();
                        }
                    }))
                    .isTrue();
            var event = event(newStream(), 0);
            appended.set(true);
            appending.publish(event);
            assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().getIdentifier()).isEqualTo(event.getIdentifier());
        }
    }

    @Test
    void a_blocked_reader_is_released_by_an_append() throws Exception {
        try (TrackingEventStream stream = node.store.openStream(node.store.createHeadToken());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(stream.hasNextAvailable()).isFalse();
            CountDownLatch began = new CountDownLatch(1);
            var read = CompletableFuture.supplyAsync(
                    () -> {
                        began.countDown();
                        try {
                            return stream.nextAvailable().getIdentifier();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    threads);
            began.await();
            String published = publish(node);
            assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(published);
        }
    }

    @Test
    void peeking_takes_nothing() throws Exception {
        try (TrackingEventStream stream = node.store.openStream(node.store.createHeadToken())) {
            String first = publish(node);
            String second = publish(node);
            assertThat(stream.peek()).map(EventMessage::getIdentifier).contains(first);
            assertThat(stream.peek()).map(EventMessage::getIdentifier).contains(first);
            assertThat(stream.nextAvailable().getIdentifier()).isEqualTo(first);
            assertThat(stream.nextAvailable().getIdentifier()).isEqualTo(second);
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void closing_the_store_releases_a_blocked_reader() throws Exception {
        TrackingEventStream stream = node.store.openStream(node.store.createHeadToken());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var read = threads.submit(stream::nextAvailable);
            node.store.close();
            assertThatThrownBy(() -> read.get(10, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(IllegalStateException.class);
        }
    }

    private PooledStreamingEventProcessor processor() {
        return PooledStreamingEventProcessor.builder()
                .name("notes")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Notes(handled))
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(node.store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(Executors.newScheduledThreadPool(
                        1, Thread.ofPlatform().daemon().factory()))
                .workerExecutor(Executors.newScheduledThreadPool(
                        1, Thread.ofPlatform().daemon().factory()))
                .initialSegmentCount(1)
                .initialToken(source -> source.createHeadToken())
                .build();
    }

    private static String publish(Node node) {
        var event = event(newStream(), 0);
        node.publish(event);
        return event.getIdentifier();
    }

    private void awaitHandled(String event) throws InterruptedException {
        String next;
        do {
            next = handled.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("handled in time").isNotNull();
        } while (!event.equals(next));
    }

    /** Notes what it hears of. */
    record Notes(java.util.Collection<String> handled) {

        @org.axonframework.eventhandling.EventHandler(payloadType = Node.Noted.class)
        void on(EventMessage<?> message) {
            handled.add(message.getIdentifier());
        }
    }
}
