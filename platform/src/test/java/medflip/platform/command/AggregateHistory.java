package medflip.platform.command;

import java.util.List;
import medflip.kernel.DomainEvent;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.Caller;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.jspecify.annotations.Nullable;

/** An aggregate of one tenant that is asked one thing after the other, loaded anew from its events each time. */
public final class AggregateHistory<T> {

    private final SimpleCommandBus bus =
            AxonCommands.guard(SimpleCommandBus.builder().build());
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final TenantId tenant;
    private int seen;

    public AggregateHistory(Class<T> type, TenantId tenant) {
        this.tenant = tenant;
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .repository(
                        EventSourcingRepository.builder(type).eventStore(store).build())
                .build()
                .subscribe(bus);
    }

    /**
     * What happens when it is asked.
     *
     * @throws CommandRejected if it refuses
     */
    public List<DomainEvent> send(Command command) {
        FutureCallback<Command, @Nullable Object> callback = new FutureCallback<>();
        bus.dispatch(
                new GenericCommandMessage<>(
                        command, MessageMetadata.of(Caller.job(tenant, "spec"), Conditions.NONE, "2026-11-24")),
                callback);
        if (callback.getResult().isExceptional()) {
            throw refusal(callback.getResult().exceptionResult());
        }
        List<DomainEvent> made = store.readEvents(command.aggregateId().value())
                .asStream()
                .skip(seen)
                .map(event -> (DomainEvent) event.getPayload())
                .toList();
        seen += made.size();
        return made;
    }

    private static RuntimeException refusal(Throwable thrown) {
        return thrown instanceof RuntimeException refused ? refused : new IllegalStateException(thrown);
    }
}
