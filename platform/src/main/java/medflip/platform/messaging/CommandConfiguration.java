package medflip.platform.messaging;

import java.util.List;
import javax.sql.DataSource;
import medflip.billing.events.Access;
import medflip.platform.command.AccessBySubscription;
import medflip.platform.command.AxonCommands;
import medflip.platform.command.ClosedAccounts;
import medflip.platform.command.FactPlaces;
import medflip.platform.command.Histories;
import medflip.platform.command.KnownStreams;
import medflip.platform.command.PastAnswers;
import medflip.platform.command.Undo;
import medflip.platform.command.Undoing;
import medflip.platform.eventstore.LogPlace;
import medflip.platform.eventstore.LogServer;
import medflip.platform.eventstore.NotifyingEventStore;
import medflip.platform.privacy.Erasure;
import medflip.platform.privacy.ErasureLedger;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.LegalHolds;
import medflip.platform.privacy.PrivacyRejection;
import medflip.platform.privacy.RestrictedPeople;
import medflip.platform.trace.Traces;
import medflip.platform.view.PastViews;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What decides: the bus of commands, the one way in, and what decisions look up. A query side has nothing of it. */
@Configuration(proxyBeanMethods = false)
public class CommandConfiguration {

    /** Where the log is kept, seen before anybody adds to it. */
    @Bean
    LogPlace logPlace(
            DataSource serviceDataSource,
            @Value("${medflip.events.store:}") String store,
            ObjectProvider<LogServer> server) {
        LogPlace place = LogPlace.of(store);
        if (place == LogPlace.AXONSERVER && server.getIfAvailable() == null) {
            throw new IllegalStateException(
                    "medflip.events.store says axonserver: medflip.axonserver.servers must say where that is.");
        }
        place.begin(serviceDataSource);
        return place;
    }

    @Bean
    CommandBus commandBus(List<CorrelationDataProvider> correlation, ObjectProvider<Traces> traces) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        // No bean, since Axon would put it on the bus a second time.
        traces.ifAvailable(each -> bus.registerHandlerInterceptor(new CommandSpans(each)));
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

    /**
     * What was decoded lives in three places: the end of the log, aggregates that know what was said of somebody, and
     * views of the past.
     */
    @Bean
    Erasure erasure(
            Keyring keyring, ErasureLedger ledger, NotifyingEventStore events, Cache aggregates, PastViews past) {
        return new Erasure(keyring, ledger, tenant -> {
            events.forgetDecoded();
            aggregates.removeAll();
            past.forget(tenant);
        });
    }
}
