package medflip.platform.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.MessageMetadata;
import medflip.platform.command.Receipt;
import medflip.platform.command.Receipts;
import medflip.platform.database.DatabaseAccess;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One node of the service: its event store, over connections of its own. */
final class Node implements AutoCloseable {

    static final TenantId TENANT = new TenantId(UUID.fromString("018f0000-0000-7000-8000-000000000001"));

    final EventTable table;
    final PostgresEventStorageEngine engine;
    final NotifyingEventStore store;
    final JdbcClient service;

    /** The event of these tests. */
    record Noted(String text) {}

    Node(DatabaseAccess access) {
        DataSource connections = new DriverManagerDataSource(
                access.url(), access.service().role(), access.service().password());
        service = JdbcClient.create(connections);
        table = new EventTable(connections);
        engine = new PostgresEventStorageEngine(
                table, connections, Jackson3Serializer.builder().build(), NoOpEventUpcaster.INSTANCE);
        store = new NotifyingEventStore(engine, NoOpMessageMonitor.INSTANCE, Duration.ofMillis(100));
    }

    static String newStream() {
        return newStream(TENANT);
    }

    static String newStream(TenantId tenant) {
        return tenant + "/note/" + UUID.randomUUID();
    }

    static DomainEventMessage<Noted> event(String stream, long sequence) {
        return event(stream, sequence, "x");
    }

    static DomainEventMessage<Noted> event(String stream, long sequence, String text) {
        return new GenericDomainEventMessage<>(
                "Note", stream, sequence, new Noted(text), Map.of(MessageMetadata.ACTOR, "job:test"));
    }

    static DomainEventMessage<?> keyed(DomainEventMessage<?> event, String key) {
        return event.andMetaData(Map.of(MessageMetadata.IDEMPOTENCY_KEY, key, MessageMetadata.REQUEST_HASH, "ab12"));
    }

    /** Publishes in one unit of work, as a command handler would, and returns what its caller is told. */
    Accepted publish(List<? extends DomainEventMessage<?>> events) {
        Receipt receipt = new Receipt();
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("command"));
        unitOfWork.resources().put(Receipt.RESOURCE, receipt);
        try {
            store.publish(events);
            unitOfWork.commit();
        } catch (RuntimeException e) {
            if (unitOfWork.isActive()) {
                unitOfWork.rollback(e);
            }
            throw e;
        }
        return Receipts.read(receipt);
    }

    Accepted publish(DomainEventMessage<?>... events) {
        return publish(List.of(events));
    }

    long count(String stream) {
        return service.sql("SELECT count(*) FROM events.domain_event WHERE aggregate_identifier = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        store.close();
        engine.close();
    }
}
