package medflip.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import medflip.benchmarks.Comparison.Load;
import medflip.customers.events.CustomerId;
import medflip.customers.write.CustomerCommand.Details;
import medflip.customers.write.CustomerCommand.RegisterCustomer;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.Commands;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.NotifyingEventStore;
import medflip.platform.eventstore.PostgresEventStorageEngine;
import medflip.platform.serialization.EventNames;
import medflip.platform.serialization.EventSerializer;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.view.Projection;
import medflip.platform.view.Rebuild;
import medflip.platform.view.ViewProgress;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * The whole service in this process: customers created over HTTP beside bare inserts on the same server, the time from
 * a command until a view shows it, from a text's webhook until the inbox shows it, and the rebuilding of a view.
 *
 * <p>{@code -Dmeasure=http,visible,texts,replay}, {@code -Dseconds=10} a run, {@code -Drounds=5}, {@code -Dclients=64},
 * {@code -Ddeals=50000}.
 */
public final class ServiceBenchmark {

    private static final int CLIENTS = Integer.getInteger("clients", 64);
    private static final int DEALS = Integer.getInteger("deals", 50_000);
    private static final int COMMANDS_A_SECOND = 100;
    private static final int TEXTS_A_SECOND = 50;

    private final MeasuredService service;
    private final EmbeddedDatabase server;
    private final ProcessHandle serverProcess;

    private ServiceBenchmark(MeasuredService service) throws SQLException {
        this.service = service;
        this.server = service.bean(EmbeddedDatabase.class);
        try (Connection connection = server.superuser("postgres")) {
            serverProcess = CpuTime.server(connection);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Set<String> wanted =
                Set.of(System.getProperty("measure", "http,visible,replay").split(","));
        try (MeasuredService service = MeasuredService.start()) {
            ServiceBenchmark benchmark = new ServiceBenchmark(service);
            if (wanted.contains("replay")) {
                benchmark.replay();
            }
            if (wanted.contains("visible")) {
                benchmark.commandToVisible();
            }
            if (wanted.contains("texts")) {
                benchmark.textToVisible();
            }
            if (wanted.contains("http")) {
                benchmark.createOverHttp();
            }
        }
    }

    private void createOverHttp() throws SQLException, IOException, InterruptedException {
        SpareDatabase spare = spare("bare");
        URI root = service.root();
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client(root));
        }
        try (BareInserts bare = new BareInserts(spare.access(), CLIENTS)) {
            new Comparison(
                            CLIENTS,
                            serverProcess,
                            List.of(
                                    new Load("bare insert", bare::insert),
                                    new Load(
                                            "create over HTTP",
                                            writer -> clients.get(writer).createCustomer())))
                    .run(() -> {
                        spare.forgetEvents();
                        catchUp();
                    });
        }
    }

    /** What a round has set going, views and automations, must not disturb the next. */
    private void catchUp() {
        EventTable log = service.bean(EventTable.class);
        Set<String> processors = service.bean(EventProcessingConfiguration.class)
                .eventProcessors()
                .keySet();
        // Automations append in their turn, which is to be seen by all as well.
        long head = 0;
        while (head < log.head()) {
            head = log.head();
            while (!service.bean(ViewProgress.class).await(processors, head)) {
                Thread.onSpinWait();
            }
        }
    }

    private void commandToVisible() throws Exception {
        reportVisible("Command", COMMANDS_A_SECOND, this::visibleAfter);
    }

    /** From Twilio's call until the inbox shows what somebody wrote. */
    private void textToVisible() throws Exception {
        TextsIn texts = new TextsIn(service.context(), new TenantId(new Client(service.root()).tenant()));
        reportVisible("Text", TEXTS_A_SECOND, () -> texts.visibleAfter(TEXTS_A_SECOND, Comparison.SECONDS));
    }

    private static void reportVisible(String what, int aSecond, Callable<List<Double>> visibleAfter) throws Exception {
        List<Double> halves = new ArrayList<>();
        List<Double> worst = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        for (int round = 0; round <= Comparison.ROUNDS; round++) {
            List<Double> sorted = visibleAfter.call().stream().sorted().toList();
            if (round > 0) {
                halves.add(sorted.get(sorted.size() / 2));
                worst.add(OpenLoop.p99(sorted));
                most.add(sorted.getLast());
            }
        }
        Report.heading(
                "%s to visible, %d a second, %d rounds of %d s, load average %.1f",
                what, aSecond, Comparison.ROUNDS, Comparison.SECONDS, loadAverage());
        Report.row("", "ms");
        Report.row("---", "---");
        Report.row("p50", Report.spread("%.1f", halves));
        Report.row("p99", Report.spread("%.1f", worst));
        Report.row("slowest", Report.spread("%.1f", most));
    }

    /** Milliseconds from when each command was due until the list of customers shows it, however late others are. */
    private List<Double> visibleAfter() throws InterruptedException {
        Commands commands = service.bean(Commands.class);
        ViewProgress progress = service.bean(ViewProgress.class);
        TenantId tenant = new TenantId(Ids.next());
        return OpenLoop.run(COMMANDS_A_SECOND, Comparison.SECONDS, (number, due) -> {
            Accepted accepted = commands.send(Caller.user(tenant, tenant.value()), register(tenant));
            while (!progress.await(List.of("customers.people"), accepted.position())) {
                Thread.onSpinWait();
            }
        });
    }

    private static RegisterCustomer register(TenantId tenant) {
        return new RegisterCustomer(
                CustomerId.of(tenant, Ids.next()),
                new Details(
                        PersonName.parse("Zaphodia Quixworthy"),
                        List.of(new PhoneNumber("+16175550199")),
                        List.of(EmailAddress.parse("zaphodia@example.com")),
                        null,
                        "Google",
                        null),
                null);
    }

    private void replay() throws SQLException {
        SpareDatabase spare = spare("replayed");
        EventNames names = service.bean(EventNames.class);
        EventSerializer serializer = service.bean(EventSerializer.class);
        EventUpcasterChain upcasts = service.bean(EventUpcasterChain.class);
        try (HikariDataSource reading = spare.connections(spare.access().service());
                HikariDataSource owner = spare.connections(spare.access().owner())) {
            EventTable log = new EventTable(reading);
            try (PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log, reading, serializer, upcasts);
                    NotifyingEventStore store =
                            new NotifyingEventStore(engine, NoOpMessageMonitor.INSTANCE, Duration.ofMillis(100))) {
                new DealHistory().append(DEALS, store);
            }
            replay(new Rebuild(log, names, serializer, upcasts, tenant -> false), owner);
        }
    }

    private void replay(Rebuild rebuild, DataSource owner) throws SQLException {
        Object deals = projections().stream()
                .filter(projection -> view(projection).processingGroup().equals("deals.deals"))
                .findFirst()
                .orElseThrow();
        List<Double> rates = new ArrayList<>();
        List<CpuTime> cpu = new ArrayList<>();
        long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos(Comparison.WARM_UP);
        long events;
        do {
            events = rebuild.run(deals, "scratch", owner).events();
        } while (System.nanoTime() < warm);
        for (int round = 0; round < Comparison.ROUNDS; round++) {
            CpuTime before = CpuTime.now(serverProcess);
            long begin = System.nanoTime();
            rebuild.run(deals, "scratch", owner);
            rates.add(events * 1e9 / (System.nanoTime() - begin));
            cpu.add(CpuTime.now(serverProcess).perWrite(before, (double) events));
        }
        Report.heading(
                "Replay of deals.deals, %d events, %d rounds, load average %.1f",
                events, Comparison.ROUNDS, loadAverage());
        Report.row("events a second", "CPU µs an event, JVM + server");
        Report.row("---", "---");
        Report.row(Report.spread("%.0f", rates), Report.cpu(cpu));
    }

    private SpareDatabase spare(String name) throws SQLException {
        return SpareDatabase.create(server, service.bean(DatabaseAccess.class), name);
    }

    private List<Object> projections() {
        return List.copyOf(
                service.context().getBeansWithAnnotation(Projection.class).values());
    }

    private static Projection view(Object projection) {
        return projection.getClass().getAnnotation(Projection.class);
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
