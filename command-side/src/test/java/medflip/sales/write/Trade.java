package medflip.sales.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medflip.billing.events.Access;
import medflip.inventory.events.LotEvent;
import medflip.inventory.events.LotEvent.BoxesReleased;
import medflip.inventory.events.LotEvent.BoxesSetAside;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotId;
import medflip.kernel.TenantId;
import medflip.platform.command.AxonCommands;
import medflip.platform.command.Command;
import medflip.platform.command.Commands;
import medflip.platform.command.MessageMetadata;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * The real lots and sales on Axon's own store in memory, with every policy of theirs: each sees the events of a command
 * as soon as it was granted, in their order.
 */
final class Trade {

    static final TenantId TENANT = new TenantId(new UUID(0x0123456789ab7000L, 0x8000000000000001L));

    private static final Caller CALLER = Caller.job(TENANT, "trade");

    private final Configuration axon;
    private final Commands commands;
    private final List<AnnotationEventHandlerAdapter> policies;
    private final List<DomainEventMessage<?>> log = new ArrayList<>();
    private int reacted;

    Trade() {
        SimpleCommandBus bus = AxonCommands.guard(SimpleCommandBus.builder().build());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(
                MessageMetadata.TENANT, MessageMetadata.ACTOR, MessageMetadata.POLICY_VERSION)));
        commands = new AxonCommands(bus, (tenant, key) -> Optional.empty(), tenant -> false, tenant -> Access.FULL);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(configuration -> bus)
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .registerComponent(Shelf.class, configuration -> new Shelf(commands))
                .configureAggregate(named("medflip.inventory.write.Lot"))
                .configureAggregate(Sale.class)
                .start();
        axon.eventStore().subscribe(events -> events.forEach(event -> log.add((DomainEventMessage<?>) event)));
        policies = policies(commands);
    }

    void send(Command command) {
        commands.send(CALLER, command);
        // A policy's command may make events that others react to.
        while (reacted < log.size()) {
            DomainEventMessage<?> event = log.get(reacted++);
            for (AnnotationEventHandlerAdapter policy : policies) {
                handle(policy, event);
            }
        }
    }

    List<LotEvent> lotEvents() {
        return log.stream()
                .map(DomainEventMessage::getPayload)
                .filter(LotEvent.class::isInstance)
                .map(LotEvent.class::cast)
                .toList();
    }

    /** How many boxes of each lot are kept for sales. */
    Map<LotId, Integer> kept() {
        Map<LotId, Map<UUID, Integer>> kept = new HashMap<>();
        for (LotEvent event : lotEvents()) {
            Map<UUID, Integer> ofLot = kept.computeIfAbsent(event.lotId(), lot -> new HashMap<>());
            switch (event) {
                case BoxesSetAside aside -> ofLot.put(aside.saleId(), aside.quantity());
                case BoxesReleased released -> ofLot.remove(released.saleId());
                case LotSold sold -> ofLot.remove(sold.saleId());
                default -> {}
            }
        }
        Map<LotId, Integer> boxes = new HashMap<>();
        kept.forEach((lot, sales) -> boxes.put(
                lot, sales.values().stream().mapToInt(Integer::intValue).sum()));
        return boxes;
    }

    private static void handle(AnnotationEventHandlerAdapter policy, DomainEventMessage<?> event) {
        try {
            policy.handle(event);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<AnnotationEventHandlerAdapter> policies(Commands commands) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Automation.class));
        return List.of("medflip.inventory.automation", "medflip.sales.automation").stream()
                .flatMap(part -> scanner.findCandidateComponents(part).stream())
                // The book of invoices is no part of this trade: it moves neither boxes nor cents.
                .filter(found -> !String.valueOf(found.getBeanClassName()).endsWith("NumberInvoice"))
                .map(found -> new AnnotationEventHandlerAdapter(
                        instance(named(String.valueOf(found.getBeanClassName())), commands)))
                .toList();
    }

    private static Object instance(Class<?> policy, Commands commands) {
        try {
            var constructor = policy.getDeclaredConstructor(Commands.class);
            constructor.setAccessible(true);
            return constructor.newInstance(commands);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(policy + " should need nothing but a way to send its command", e);
        }
    }

    private static Class<?> named(String type) {
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
