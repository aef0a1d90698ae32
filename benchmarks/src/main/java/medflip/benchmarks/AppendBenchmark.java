package medflip.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import medflip.benchmarks.Comparison.Load;
import medflip.benchmarks.Parcel.ParcelSent;
import medflip.benchmarks.Parcel.SendParcel;
import medflip.benchmarks.Parcel.WeighParcel;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.database.Migrations;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.NotifyingEventStore;
import medflip.platform.eventstore.PostgresEventStorageEngine;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * What appends through Axon cost beside bare one-row-a-commit inserts into the same table on the same server.
 *
 * <p>Every round runs each load once, in another order than the round before, on a table emptied before; a load is
 * compared with the bare inserts of its own round. Writers are as many for one as for the other. The first round warms
 * up and isn't counted.
 *
 * <p>{@code -Dseconds=10} a run, {@code -Drounds=5}, {@code -Dwriters=64,8}.
 */
public final class AppendBenchmark {

    private static final int PARCELS_A_WRITER = 20;

    private final EmbeddedDatabase server;
    private final DatabaseAccess access;
    private final PostgresEventStorageEngine engine;
    private final NotifyingEventStore events;
    private final Configuration axon;
    private final StrongCache cache = new StrongCache();
    private final Serializer serializer = Jackson3Serializer.builder().build();
    private final ProcessHandle serverProcess;

    private AppendBenchmark(EmbeddedDatabase server) throws SQLException {
        this.server = server;
        this.access = server.access("medflip", "medflip_keys");
        Migrations.migrate(access);
        try (Connection connection = server.superuser("medflip")) {
            serverProcess = CpuTime.server(connection);
        }
        var connections = new DriverManagerDataSource(
                access.url(), access.service().role(), access.service().password());
        engine = new PostgresEventStorageEngine(
                new EventTable(connections), connections, serializer, NoOpEventUpcaster.INSTANCE);
        events = new NotifyingEventStore(engine, NoOpMessageMonitor.INSTANCE, Duration.ofMillis(100));
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer)
                .configureEventStore(configuration -> events)
                .configureCorrelationDataProviders(configuration ->
                        List.of(new SimpleCorrelationDataProvider("tenantId", "actor", "correlationId")))
                .configureAggregate(
                        AggregateConfigurer.defaultConfiguration(Parcel.class).configureCache(configuration -> cache))
                .start();
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("medflip-benchmark");
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder, 0)) {
            AppendBenchmark benchmark = new AppendBenchmark(server);
            for (String writers : System.getProperty("writers", "64,8").split(",")) {
                benchmark.measure(Integer.parseInt(writers));
            }
            benchmark.axon.shutdown();
            benchmark.events.close();
            benchmark.engine.close();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void measure(int writers) throws SQLException {
        List<List<String>> parcels = new ArrayList<>();
        try (BareInserts bare = new BareInserts(access, writers)) {
            new Comparison(
                            writers,
                            serverProcess,
                            List.of(
                                    new Load("bare insert", bare::insert),
                                    new Load("publish", writer -> publish()),
                                    new Load("create command", writer -> create(Parcel.newId())),
                                    new Load("update command, cached", writer -> update(anyOf(parcels.get(writer)))),
                                    new Load(
                                            "create command, one in ten conflicting",
                                            writer -> createOrConflict(parcels.get(writer)))))
                    .run(() -> startOver(writers, parcels));
        }
    }

    /** An empty table, and for each writer parcels of its own that are cached. */
    private void startOver(int writers, List<List<String>> parcels) throws SQLException {
        try (Connection connection = server.superuser("medflip")) {
            connection.createStatement().execute("TRUNCATE events.domain_event; CHECKPOINT");
        }
        cache.removeAll();
        parcels.clear();
        for (int i = 0; i < writers; i++) {
            List<String> own = new ArrayList<>();
            for (int j = 0; j < PARCELS_A_WRITER; j++) {
                String id = Parcel.newId();
                create(id);
                own.add(id);
            }
            parcels.add(own);
        }
    }

    private void publish() {
        String id = Parcel.newId();
        events.publish(new GenericDomainEventMessage<>(
                "Parcel", id, 0, new ParcelSent(id, Parcel.CONTENT), Parcel.metadata(id)));
    }

    private void create(String id) {
        send(new SendParcel(id, Parcel.CONTENT), id);
    }

    private void update(String id) {
        send(new WeighParcel(id, System.nanoTime(), Parcel.CONTENT), id);
    }

    private void createOrConflict(List<String> existing) {
        boolean conflict = ThreadLocalRandom.current().nextInt(10) == 0;
        try {
            create(conflict ? anyOf(existing) : Parcel.newId());
        } catch (ConcurrencyException refused) {
            if (!conflict) {
                throw refused;
            }
        }
    }

    private void send(Object command, String id) {
        axon.commandGateway().sendAndWait(new GenericCommandMessage<>(command, Parcel.metadata(id)));
    }

    private static <T> T anyOf(List<T> values) {
        return values.get(ThreadLocalRandom.current().nextInt(values.size()));
    }

    /** Keeps every aggregate that it was given. */
    private static final class StrongCache implements Cache {

        private final Map<Object, Object> entries = new ConcurrentHashMap<>();

        @Override
        @SuppressWarnings("unchecked") // Axon's signature
        public <K, V> @Nullable V get(K key) {
            return (V) entries.get(key);
        }

        @Override
        public void put(Object key, Object value) {
            entries.put(key, value);
        }

        @Override
        public boolean putIfAbsent(Object key, Object value) {
            return entries.putIfAbsent(key, value) == null;
        }

        @Override
        public boolean remove(Object key) {
            return entries.remove(key) != null;
        }

        @Override
        public void removeAll() {
            entries.clear();
        }

        @Override
        public boolean containsKey(Object key) {
            return entries.containsKey(key);
        }

        @Override
        public org.axonframework.common.Registration registerCacheEntryListener(EntryListener listener) {
            return () -> true;
        }
    }
}
