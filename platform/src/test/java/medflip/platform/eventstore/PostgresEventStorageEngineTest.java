package medflip.platform.eventstore;

import static medflip.platform.eventstore.Node.TENANT;
import static medflip.platform.eventstore.Node.event;
import static medflip.platform.eventstore.Node.keyed;
import static medflip.platform.eventstore.Node.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.IdempotencyKeyTaken;
import medflip.platform.command.MessageMetadata;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.eventstore.Node.Noted;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresEventStorageEngineTest {

    private static DatabaseAccess access;
    private Node node;

    @BeforeAll
    static void createDatabase() {
        access = TestDatabase.create();
    }

    @BeforeEach
    void open() {
        node = new Node(access);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void an_event_is_read_as_it_was_published() {
        String stream = newStream();
        DomainEventMessage<Noted> event = event(stream, 0, "sealed ✓");

        Accepted accepted = node.publish(event);

        assertThat(accepted).isEqualTo(new Accepted(stream, 0, accepted.position(), false));
        DomainEventMessage<?> read =
                node.store.readEvents(stream).asStream().toList().getFirst();
        assertThat(read.getPayload()).isEqualTo(event.getPayload());
        assertThat(read.getIdentifier()).isEqualTo(event.getIdentifier());
        assertThat(read.getMetaData()).isEqualTo(event.getMetaData());
        assertThat(read.getType()).isEqualTo("Note");
        assertThat(read.getTimestamp())
                .isBetween(
                        event.getTimestamp().minusNanos(1000),
                        event.getTimestamp().plusNanos(1000));
        TrackedEventMessage<?> tracked = node.engine
                .readEvents(token(accepted.position() - 1), false)
                .findFirst()
                .orElseThrow();
        assertThat(tracked.getIdentifier()).isEqualTo(event.getIdentifier());
        assertThat(tracked.trackingToken().position()).hasValue(accepted.position());
        assertThat(node.engine.lastSequenceNumberFor(stream)).contains(0L);
        assertThat(node.engine.lastSequenceNumberFor(newStream())).isEmpty();
    }

    @Test
    void the_columns_of_the_database_say_whose_and_when_it_is() {
        String stream = newStream();
        node.publish(event(stream, 0));
        Map<String, Object> row = node.service
                .sql("SELECT tenant_id, recorded_at BETWEEN now() - interval '1 minute' AND now() AS recent,"
                        + " tx_id < pg_current_xact_id() AS earlier FROM events.domain_event"
                        + " WHERE aggregate_identifier = ?")
                .param(stream)
                .query()
                .singleRow();
        assertThat(row).isEqualTo(Map.of("tenant_id", TENANT.value(), "recent", true, "earlier", true));
    }

    @Test
    void an_aggregate_longer_than_a_page_is_read_whole() {
        String stream = newStream();
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            events.add(event(stream, i));
        }
        assertThat(node.publish(events).version()).isEqualTo(2499);
        assertThat(node.store.readEvents(stream).asStream().map(DomainEventMessage::getSequenceNumber))
                .hasSize(2500)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(node.engine.readEvents(stream, 2498).asStream()).hasSize(2);
    }

    @Test
    void without_a_unit_of_work_events_are_stored_at_once() {
        String stream = newStream();
        node.store.publish(List.of(event(stream, 0), event(stream, 1)));
        assertThat(node.count(stream)).isEqualTo(2);
    }

    @Test
    void nothing_is_stored_if_a_later_handler_fails_while_the_unit_of_work_prepares_its_commit() {
        String stream = newStream();
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("command"));
        node.store.publish(event(stream, 0));
        unitOfWork.onPrepareCommit(u -> {
            throw new IllegalStateException("on purpose");
        });
        assertThatThrownBy(unitOfWork::commit).hasMessage("on purpose");
        assertThat(node.count(stream)).isZero();
    }

    @Test
    void events_of_nested_units_of_work_are_stored_with_the_root() {
        String stream = newStream();
        DefaultUnitOfWork<?> root = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("outer"));
        node.store.publish(event(stream, 0));
        DefaultUnitOfWork<?> nested = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("inner"));
        node.store.publish(event(stream, 1));
        nested.commit();
        assertThat(node.count(stream)).isZero();
        root.commit();
        assertThat(node.count(stream)).isEqualTo(2);
    }

    @Test
    void a_unit_of_work_over_several_aggregates_is_stored_whole_or_not_at_all() {
        String first = newStream();
        String second = newStream();
        Accepted accepted = node.publish(event(first, 0), event(second, 0), event(first, 1));
        assertThat(accepted.aggregateId()).isEqualTo(first);
        assertThat(accepted.version()).isEqualTo(1);

        String third = newStream();
        assertThatThrownBy(() -> node.publish(event(third, 0), event(second, 0), event(third, 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(node.count(third)).isZero();
        assertThat(node.count(first)).isEqualTo(2);
        assertThat(node.count(second)).isEqualTo(1);
    }

    @Test
    void a_version_that_is_taken_or_above_the_head_is_refused_and_burns_no_position() {
        String stream = newStream();
        long before = node.publish(event(stream, 0), event(stream, 1)).position();
        for (long sequence : new long[] {0, 1, 3, 100}) {
            assertThatThrownBy(() -> node.publish(event(stream, sequence))).isInstanceOf(ConcurrencyException.class);
        }
        assertThatThrownBy(() -> node.publish(event(newStream(), 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(node.publish(event(stream, 2)).position()).isEqualTo(before + 1);
    }

    @Test
    void an_idempotency_key_is_taken_once_a_tenant_and_its_answer_is_found() {
        String stream = newStream();
        String key = UUID.randomUUID().toString();
        Accepted first = node.publish(keyed(event(stream, 0), key), keyed(event(stream, 1), key));

        assertThatThrownBy(() -> node.publish(keyed(event(newStream(), 0), key)))
                .isInstanceOf(IdempotencyKeyTaken.class);
        // A repeat on the same aggregate is stale too; that its key is taken is what matters.
        assertThatThrownBy(() -> node.publish(keyed(event(stream, 1), key))).isInstanceOf(IdempotencyKeyTaken.class);

        var answer = node.table.find(TENANT, key).orElseThrow();
        assertThat(answer.accepted()).isEqualTo(new Accepted(stream, first.version(), first.position(), true));
        assertThat(answer.requestHash()).isEqualTo("ab12");

        TenantId other = new TenantId(UUID.randomUUID());
        assertThat(node.table.find(other, key)).isEmpty();
        node.publish(keyed(event(newStream(other), 0), key));
        assertThat(node.table.find(other, key)).isPresent();
    }

    @Test
    void a_key_is_kept_in_a_column_and_not_in_the_events_metadata() {
        String stream = newStream();
        node.publish(keyed(event(stream, 0), UUID.randomUUID().toString()));
        assertThat(node.store.readEvents(stream).next().getMetaData()).containsOnlyKeys(MessageMetadata.ACTOR);
    }

    @Test
    void commands_with_the_same_key_at_the_same_moment_are_granted_once() {
        String key = UUID.randomUUID().toString();
        List<String> outcomes = concurrently(20, i -> keyed(event(newStream(), 0), key));
        assertThat(outcomes).containsOnlyOnce("stored");
        assertThat(outcomes.stream().filter(IdempotencyKeyTaken.class.getSimpleName()::equals))
                .hasSize(19);
    }

    @Test
    void an_event_that_the_database_cannot_take_fails_its_own_unit_of_work_alone() {
        List<String> outcomes = concurrently(40, i -> switch (i) {
            case 7 -> event(TENANT + "/note/\0" + UUID.randomUUID(), 0);
            case 11 -> event(TENANT + "/note/" + randomText(10_000), 0);
            case 13 -> keyed(event(newStream(), 0), randomText(10_000));
            default -> event(newStream(), 0);
        });
        assertThat(outcomes.stream().filter("stored"::equals)).hasSize(37);
        assertThat(outcomes.stream().filter(EventStoreException.class.getSimpleName()::equals))
                .hasSize(3);
    }

    @Test
    void an_event_of_no_tenant_or_no_aggregate_or_with_a_hole_before_it_is_a_fault_of_ours() {
        assertThatThrownBy(() -> node.publish(event("no-tenant", 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.store.publish(GenericEventMessage.asEventMessage(new Noted("of nobody"))))
                .isInstanceOf(IllegalArgumentException.class);
        String stream = newStream();
        assertThatThrownBy(() -> node.publish(event(stream, 0), event(stream, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(node.count(stream)).isZero();
    }

    @Test
    void tokens_stand_before_the_first_event_after_the_last_and_at_a_moment() {
        long first = node.publish(event(newStream(), 0)).position();
        Instant moment = Instant.now();
        long second = node.publish(event(newStream(), 0)).position();
        assertThat(node.store.createTailToken().position()).hasValue(0);
        assertThat(node.store.createHeadToken().position()).hasValue(second);
        assertThat(node.store.createTokenAt(moment).position()).hasValue(first);
        assertThat(node.store.createTokenAt(Instant.EPOCH).position().orElseThrow())
                .isLessThan(first);
        assertThat(node.store.createTokenAt(Instant.now().plusSeconds(60)).position())
                .hasValue(second);
    }

    @Test
    void there_are_no_snapshots() {
        String stream = newStream();
        assertThat(node.engine.readSnapshot(stream)).isEmpty();
        assertThatThrownBy(() -> node.store.storeSnapshot(event(stream, 0)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_tenants_stream_is_read_in_pages_and_holds_nothing_of_others() {
        TenantId tenant = new TenantId(UUID.randomUUID());
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            DomainEventMessage<?> event = event(newStream(tenant), 0, "note " + i);
            node.publish(event);
            node.publish(event(newStream(), 0));
            published.add(event.getIdentifier());
        }
        List<String> read = new ArrayList<>();
        long after = 0;
        List<StoredEvent> page;
        do {
            page = node.table.ofTenant(tenant, after, 10);
            for (StoredEvent event : page) {
                assertThat(event.position()).isGreaterThan(after);
                after = event.position();
                read.add(event.eventId());
            }
        } while (page.size() == 10);
        assertThat(read).isEqualTo(published);
        assertThat(node.engine
                        .readTenant(tenant, 0, 100)
                        .map(event -> event.getPayload().toString()))
                .hasSize(25)
                .startsWith(new Noted("note 0").toString());
    }

    @Test
    void a_connection_that_the_server_ended_in_a_quiet_moment_is_replaced() {
        node.publish(event(newStream(), 0));
        JdbcClient.create(TestDatabase.superuser(access.url()))
                .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND usename = 'medflip_service'")
                .query(Long.class)
                .single();
        String stream = newStream();
        assertThatThrownBy(() -> node.publish(event(stream, 0))).isInstanceOf(AppendOutcomeUnknown.class);
        node.publish(event(newStream(), 0));
    }

    @Test
    void a_server_that_cannot_be_reached_refuses_and_leaves_no_doubt() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "nobody", "nothing");
        try (EventAppender appender = new EventAppender(nowhere, null)) {
            assertThat(appender.append(List.of(new Append())))
                    .singleElement()
                    .isInstanceOf(Append.Outcome.Failed.class);
        }
    }

    private List<String> concurrently(int writers, java.util.function.IntFunction<DomainEventMessage<?>> events) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<String>> outcomes = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                DomainEventMessage<?> event = events.apply(i);
                outcomes.add(CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                node.publish(event);
                                return "stored";
                            } catch (RuntimeException e) {
                                return e.getClass().getSimpleName();
                            }
                        },
                        threads));
            }
            return outcomes.stream().map(CompletableFuture::join).toList();
        }
    }

    private static String randomText(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(UUID.randomUUID());
        }
        return text.toString();
    }

    private static TrackingToken token(long position) {
        return new org.axonframework.eventhandling.GlobalSequenceTrackingToken(position);
    }
}
