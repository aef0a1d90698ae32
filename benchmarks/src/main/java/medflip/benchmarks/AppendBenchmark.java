package medflip.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
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
import org.axonframework.messaging.MetaData;
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
    private static final int TENANTS = 100;

    private final long seconds = Long.getLong("seconds", 10);
    private final int rounds = Integer.getInteger("rounds", 5);
    private final EmbeddedDatabase server;
    private final DatabaseAccess access;
    private final PostgresEventStorageEngine engine;
    private final NotifyingEventStore events;
    private final Configuration axon;
    private final StrongCache cache = new StrongCache();
    private final Serializer serializer = Jackson3Serializer.builder().build();
    private final List<UUID> tenants = new ArrayList<>();

    private final ProcessHandle serverProcess;

    private record Result(double perSecond, CpuTime cpu) {}

    private record Load(String name, Writers.Write write, List<Result> results) {
        Load(String name, Writers.Write write) {
            this(name, write, new ArrayList<>());
        }
    }

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
        events = new NotifyingEventStore(engine, NoOpMessageMonitor.INSTANCE);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer)
                .configureEventStore(configuration -> events)
                .configureCorrelationDataProviders(configuration ->
                        List.of(new SimpleCorrelationDataProvider("tenantId", "actor", "correlationId")))
                .configureAggregate(
                        AggregateConfigurer.defaultConfiguration(Parcel.class).configureCache(configuration -> cache))
                .start();
        for (int i = 0; i < TENANTS; i++) {
            tenants.add(UUID.randomUUID());
        }
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
        List<Inserter> inserters = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            inserters.add(new Inserter());
        }
        List<List<String>> parcels = new ArrayList<>();
        Load raw = new Load("bare insert", writer -> inserters.get(writer).insert());
        List<Load> loads = List.of(
                raw,
                new Load("publish", writer -> publish()),
                new Load("create command", writer -> create(newId())),
                new Load("update command, cached", writer -> update(anyOf(parcels.get(writer)))),
                new Load("create command, one in ten conflicting", writer -> createOrConflict(parcels.get(writer))));
        List<Load> order = new ArrayList<>(loads);
        double systemLoad = 0;
        for (int round = 0; round <= rounds; round++) {
            startOver(writers, parcels);
            for (Load load : order) {
                Result result = run(load, writers);
                if (round > 0) {
                    load.results().add(result);
                }
            }
            systemLoad = Math.max(
                    systemLoad, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            order.add(order.removeFirst());
        }
        for (Inserter inserter : inserters) {
            inserter.close();
        }
        print(writers, raw, loads, systemLoad);
    }

    private Result run(Load load, int writers) {
        CpuTime before = CpuTime.now(serverProcess);
        double perSecond = Writers.perSecond(writers, seconds, load.write());
        return new Result(perSecond, CpuTime.now(serverProcess).perWrite(before, perSecond * seconds));
    }

    private void print(int writers, Load raw, List<Load> loads, double systemLoad) {
        System.out.printf(Locale.ROOT, "%n%d writers, %d rounds of %d s, ", writers, rounds, seconds);
        System.out.printf(
                Locale.ROOT,
                "load average at most %.1f, %d processors, %s %s, Java %s%n%n",
                systemLoad,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
        System.out.println("| load | writes a second | × bare insert | CPU µs a write, JVM + server |");
        System.out.println("|---|---|---|---|");
        for (Load load : loads) {
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                ratios.add(load.results().get(round).perSecond()
                        / raw.results().get(round).perSecond());
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.0f + %.0f |%n",
                    load.name(),
                    spread(
                            "%.0f",
                            load.results().stream().map(Result::perSecond).toList()),
                    spread("%.2f", ratios),
                    median(load.results().stream()
                            .map(result -> result.cpu().jvm())
                            .toList()),
                    median(load.results().stream()
                            .map(result -> result.cpu().server())
                            .toList()));
        }
    }

    /** Median, least and most. */
    private static String spread(String format, List<Double> values) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                median(values),
                values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
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
                String id = newId();
                create(id);
                own.add(id);
            }
            parcels.add(own);
        }
    }

    private void publish() {
        String id = newId();
        events.publish(
                new GenericDomainEventMessage<>("Parcel", id, 0, new ParcelSent(id, Parcel.CONTENT), metadata(id)));
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
            create(conflict ? anyOf(existing) : newId());
        } catch (ConcurrencyException refused) {
            if (!conflict) {
                throw refused;
            }
        }
    }

    private void send(Object command, String id) {
        axon.commandGateway().sendAndWait(new GenericCommandMessage<>(command, metadata(id)));
    }

    private static MetaData metadata(String id) {
        return MetaData.from(
                Map.of("tenantId", id.substring(0, 36), "actor", "user:" + id.substring(0, 36), "correlationId", "1"));
    }

    private String newId() {
        return anyOf(tenants) + "/parcel/" + UUID.randomUUID();
    }

    private static <T> T anyOf(List<T> values) {
        return values.get(ThreadLocalRandom.current().nextInt(values.size()));
    }

    /** A connection kept open, and the same row that the engine would write. */
    private final class Inserter implements AutoCloseable {

        private final Connection connection;
        private final PreparedStatement insert;

        Inserter() throws SQLException {
            connection = DriverManager.getConnection(
                    access.url(), access.service().role(), access.service().password());
            insert = connection.prepareStatement("""
                    INSERT INTO events.domain_event (aggregate_identifier, sequence_number, type, event_identifier,
                        time_stamp, payload_type, payload, meta_data) VALUES (?, 0, 'Parcel', ?, now(), ?, ?, ?)
                    """);
        }

        void insert() throws SQLException {
            String id = newId();
            insert.setString(1, id);
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, ParcelSent.class.getName());
            insert.setBytes(
                    4,
                    serializer
                            .serialize(new ParcelSent(id, Parcel.CONTENT), byte[].class)
                            .getData());
            insert.setBytes(5, serializer.serialize(metadata(id), byte[].class).getData());
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
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
