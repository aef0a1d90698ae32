package medflip.platform.messaging;

import java.util.List;
import medflip.billing.events.Access;
import medflip.platform.command.AccessBySubscription;
import medflip.platform.command.AxonCommands;
import medflip.platform.command.ClosedAccounts;
import medflip.platform.command.FactPlaces;
import medflip.platform.command.Histories;
import medflip.platform.command.KnownStreams;
import medflip.platform.command.MessageMetadata;
import medflip.platform.command.PastAnswers;
import medflip.platform.command.Undo;
import medflip.platform.command.Undoing;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.LegalHolds;
import medflip.platform.privacy.PrivacyRejection;
import medflip.platform.privacy.RestrictedPeople;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The buses, what every message carries, and the one way in. */
@Configuration(proxyBeanMethods = false)
public class MessagingConfiguration {

    /** Which message caused this one, and which began it all; Axon's own provider under our names. */
    @Bean
    CorrelationDataProvider messageOrigin() {
        return new MessageOriginProvider(MessageMetadata.CAUSATION, MessageMetadata.CORRELATION);
    }

    @Bean
    CorrelationDataProvider caller() {
        return new SimpleCorrelationDataProvider(
                MessageMetadata.TENANT,
                MessageMetadata.ACTOR,
                MessageMetadata.SESSION,
                MessageMetadata.POLICY_VERSION,
                MessageMetadata.IDEMPOTENCY_KEY,
                MessageMetadata.REQUEST_HASH,
                MessageMetadata.UNDOES,
                MessageMetadata.UNDO_REASON);
    }

    /** For processors. A command needs none: its transaction is the event store's append and nothing else. */
    @Bean
    TransactionManager axonTransactions(PlatformTransactionManager serviceTransactions) {
        return new SpringTransactionManager(serviceTransactions);
    }

    @Bean
    CommandBus commandBus(List<CorrelationDataProvider> correlation) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        return AxonCommands.guard(bus);
    }

    @Bean
    AxonCommands commands(
            CommandBus bus,
            PastAnswers pastAnswers,
            ObjectProvider<ClosedAccounts> closed,
            ObjectProvider<AccessBySubscription> access) {
        return new AxonCommands(
                bus,
                pastAnswers,
                closed.getIfAvailable(() -> tenant -> false),
                access.getIfAvailable(() -> tenant -> Access.FULL));
    }

    @Bean
    KnownStreams knownStreams(EventStore events, Keyring keyring) {
        return new KnownStreams(events, keyring::isErased, PrivacyRejection.SUBJECT_ERASED);
    }

    @Bean
    Histories histories(EventStore events) {
        return new Histories(events);
    }

    @Bean
    RestrictedPeople restrictedPeople(Histories histories) {
        return new RestrictedPeople(histories);
    }

    @Bean
    LegalHolds legalHolds(Histories histories) {
        return new LegalHolds(histories);
    }

    @Bean
    Undo undo(
            EventStore events,
            FactPlaces places,
            List<Undoing<?>> families,
            AxonCommands commands,
            PastAnswers pastAnswers) {
        return new Undo(events, places, families, commands, commands, pastAnswers);
    }

    @Bean
    Cache aggregateCache(@Value("${medflip.aggregate-cache:200000}") long most) {
        return new AggregateCache(most);
    }

    /** An event that says neither whose it is nor who caused it is never stored. */
    static MessageDispatchInterceptor<EventMessage<?>> requireMetadata() {
        return events -> (index, event) -> {
            MessageMetadata.tenant(event);
            return event;
        };
    }

    /** Boot and Axon together leave silent no-ops where a bean is missing: such a start is refused. */
    @Bean
    InitializingBean noSilentNoOps(TransactionManager transactions, TokenStore tokens, EventStore events) {
        return () -> {
            if (!(transactions instanceof SpringTransactionManager)
                    || !(tokens instanceof JdbcTokenStore)
                    || !events.getClass().getName().startsWith("medflip.")) {
                throw new IllegalStateException("Axon would run without transactions, tokens or our event store: "
                        + transactions + ", " + tokens + ", " + events);
            }
        };
    }
}
