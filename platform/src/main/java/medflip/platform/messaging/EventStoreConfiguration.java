package medflip.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.Deployment;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.LogServer;
import medflip.platform.eventstore.Mentions;
import medflip.platform.eventstore.NotifyingEventStore;
import medflip.platform.eventstore.PostgresEventStorageEngine;
import medflip.platform.privacy.ErasedElsewhere;
import medflip.platform.privacy.KeptInFiles;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.PlaintextScan;
import medflip.platform.serialization.EventNames;
import medflip.platform.serialization.EventSerializer;
import medflip.platform.serialization.JsonUpcast;
import medflip.platform.view.AutomationsOfOwnFacts;
import medflip.platform.view.EventFeed;
import medflip.platform.view.ForeignFacts;
import medflip.platform.view.Rebuild;
import medflip.platform.view.Remains;
import medflip.platform.view.SaidAbout;
import medflip.platform.view.TenantReplay;
import medflip.platform.view.Touched;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Where events go, in which form, and under which names. */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    /** Longer than any append; a server that vanished without a word is noticed then. */
    private static final int SOCKET_TIMEOUT_SECONDS = 30;

    /** How often the log is looked at for events of other nodes, of which nobody tells this one. */
    private static final Duration LOOK_AT_OTHER_NODES = Duration.ofMillis(100);
    /** Where there are none, but a tool of the operator's may add some. */
    private static final Duration LOOK_ALONE = Duration.ofSeconds(1);

    @Bean
    EventNames eventNames() {
        return EventNames.scan();
    }

    /** Tokens, and what goes between processes. */
    @Bean
    @Primary
    Serializer serializer() {
        return EventSerializer.plain();
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer(EventNames names, Keyring keyring) {
        return new EventSerializer(names, keyring);
    }

    @Bean
    EventUpcasterChain upcasters(EventNames names) {
        return JsonUpcast.scan(names);
    }

    @Bean
    EventTable eventTable(DataSource serviceDataSource) {
        return new EventTable(serviceDataSource);
    }

    @Bean(defaultCandidate = false)
    PostgresEventStorageEngine eventStorageEngine(
            EventTable table,
            DatabaseAccess access,
            @Qualifier("eventSerializer") Serializer serializer,
            EventUpcasterChain upcasters,
            ObjectProvider<LogServer> server) {
        PGSimpleDataSource appends = new PGSimpleDataSource();
        appends.setUrl(access.url());
        appends.setUser(access.service().role());
        appends.setPassword(access.service().password());
        appends.setSocketTimeout(SOCKET_TIMEOUT_SECONDS);
        appends.setLogServerErrorDetail(false);
        return new PostgresEventStorageEngine(table, appends, serializer, upcasters, server.getIfAvailable());
    }

    @Bean
    NotifyingEventStore eventStore(
            @Qualifier("eventStorageEngine") PostgresEventStorageEngine engine, Deployment deployment) {
        // Whole milliseconds: a dead letter keeps no more of an event's time, and a view that took the event that way
        // must not differ from one that didn't.
        GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
        NotifyingEventStore store = new NotifyingEventStore(
                engine, NoOpMessageMonitor.instance(), deployment.alone() ? LOOK_ALONE : LOOK_AT_OTHER_NODES);
        store.registerDispatchInterceptor(MessagingConfiguration.requireMetadata());
        return store;
    }

    /** What was decoded lives in two places: the end of the log, and aggregates that know what was said of somebody. */
    @Bean
    ErasedElsewhere erasedElsewhere(Keyring keyring, NotifyingEventStore events, ObjectProvider<Cache> aggregates) {
        return new ErasedElsewhere(keyring, events::forgetDecoded, () -> aggregates.ifAvailable(Cache::removeAll));
    }

    @Bean
    Rebuild rebuild(
            EventTable table,
            EventNames names,
            EventSerializer serializer,
            EventUpcasterChain upcasters,
            Keyring keyring) {
        return new Rebuild(table, names, serializer, upcasters, keyring::isErased);
    }

    @Bean
    TenantReplay tenantReplay(
            EventTable table,
            EventNames names,
            EventSerializer serializer,
            EventUpcasterChain upcasters,
            Keyring keyring) {
        return new TenantReplay(table, names, serializer, upcasters, keyring::isErased);
    }

    @Bean
    EventFeed eventFeed(EventTable table, EventSerializer serializer, EventUpcasterChain upcasters) {
        return new EventFeed(table, serializer, upcasters);
    }

    @Bean
    ForeignFacts foreignFacts(EventFeed feed, EventSerializer serializer, EventBus events) {
        return new ForeignFacts(feed, serializer, events);
    }

    @Bean
    AutomationsOfOwnFacts automationsOfOwnFacts() {
        return new AutomationsOfOwnFacts();
    }

    @Bean
    Mentions mentions(DataSource serviceDataSource) {
        return new Mentions(serviceDataSource);
    }

    @Bean
    SaidAbout saidAbout(Mentions mentions, EventSerializer serializer, EventUpcasterChain upcasters, EventFeed feed) {
        return new SaidAbout(mentions, serializer, upcasters, feed);
    }

    @Bean
    PlaintextScan plaintextScan(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Keyring keyring,
            ObjectProvider<KeptInFiles> files) {
        return new PlaintextScan(jdbc, transactions, keyring, files.stream().toList());
    }

    @Bean
    Remains remains(PlaintextScan scan, SaidAbout said) {
        return new Remains(scan, said);
    }

    @Bean
    Touched touched(EventTable table) {
        return new Touched(table);
    }
}
