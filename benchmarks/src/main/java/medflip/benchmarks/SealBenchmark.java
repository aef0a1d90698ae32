package medflip.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.privacy.Signer;
import medflip.platform.seal.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What sealing costs those who wait for a command: customers created over HTTP, due at fixed times (open loop), while
 * nothing is sealed and while a log of a million events is, in turns; and how many events a second are sealed.
 *
 * <p>{@code -Dseconds=10} a run, {@code -Drounds=5}, {@code -Devents=1000000}, {@code -Daround=50} commands a second.
 */
public final class SealBenchmark {

    private static final int EVENTS = Integer.getInteger("events", 1_000_000);
    private static final int COMMANDS_A_SECOND = Integer.getInteger("around", 50);
    private static final int CLIENTS = 16;

    private final MeasuredService service;
    private final List<Client> clients = new ArrayList<>();

    private SealBenchmark(MeasuredService service) {
        this.service = service;
    }

    public static void main(String[] arguments) throws Exception {
        try (MeasuredService service = MeasuredService.start()) {
            new SealBenchmark(service).run();
        }
    }

    private void run() throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client(service.root()));
        }
        // A log of its own on the same server: the service's processors would take its events for theirs.
        SpareDatabase spare = SpareDatabase.create(
                service.bean(EmbeddedDatabase.class), service.bean(DatabaseAccess.class), "sealed");
        List<Double> quiet = new ArrayList<>();
        List<Double> sealing = new ArrayList<>();
        try (HikariDataSource log = spare.connections(spare.access().service())) {
            Sealer sealer = Sealer.ofEvents(
                    log,
                    service.bean(Signer.class),
                    Files.createTempFile("medflip-benchmark", ".notes"),
                    Clock.systemUTC());
            fill(log);
            latencies();
            for (int round = 0; round < Comparison.ROUNDS; round++) {
                quiet.addAll(latencies());
                Thread worker = Thread.ofPlatform().start(sealer::sealAtEase);
                sealing.addAll(latencies());
                worker.interrupt();
                worker.join();
            }
            long sealed = JdbcClient.create(log)
                    .sql("SELECT coalesce(sum(size), 0) FROM events.sealed_tree")
                    .query(Long.class)
                    .single();
            if (sealed >= EVENTS) {
                throw new IllegalStateException("All was sealed before the last round ended");
            }
            long begin = System.nanoTime();
            sealer.sealAll();
            double rate = (EVENTS - sealed) * 1e9 / (System.nanoTime() - begin);
            Report.heading(
                    "Sealing of %d events beside %d commands a second, %d times %d s each",
                    EVENTS, COMMANDS_A_SECOND, Comparison.ROUNDS, Comparison.SECONDS);
            Report.row("", "nothing sealed", "sealed at ease", "ratio");
            Report.row("---", "---", "---", "---");
            for (int percentile : List.of(50, 90, 99)) {
                double without = OpenLoop.percentile(quiet, percentile);
                double with = OpenLoop.percentile(sealing, percentile);
                Report.row(
                        "p%d of a command, ms".formatted(percentile),
                        "%.1f".formatted(without),
                        "%.1f".formatted(with),
                        "%.2f".formatted(with / without));
            }
            Report.row(
                    "events sealed a second",
                    "%.0f when somebody waits".formatted(rate),
                    "%.0f".formatted((double) sealed / Comparison.ROUNDS / Comparison.SECONDS),
                    "");
        }
    }

    /** Events of one business, as long as most are. */
    private static void fill(DataSource log) {
        JdbcClient.create(log).sql("""
                        INSERT INTO events.domain_event (aggregate_identifier, sequence_number, type, event_identifier,
                            time_stamp, payload_type, payload, meta_data)
                        SELECT t.tenant || '/note/' || gen_random_uuid(), 0, 'Note', gen_random_uuid(), now(),
                               'benchmark.Noted', decode(repeat('ab', 400), 'hex'), decode(repeat('cd', 200), 'hex')
                        FROM (SELECT gen_random_uuid() AS tenant) t, generate_series(1, :events)
                        """).param("events", EVENTS).update();
    }

    private List<Double> latencies() throws InterruptedException {
        return OpenLoop.run(
                COMMANDS_A_SECOND,
                Comparison.SECONDS,
                (number, due) -> clients.get(number % CLIENTS).createCustomer());
    }
}
