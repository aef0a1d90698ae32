package medflip.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.NotifyingEventStore;
import medflip.platform.eventstore.PostgresEventStorageEngine;
import medflip.platform.serialization.EventNames;
import medflip.platform.serialization.EventSerializer;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.view.PastViews;
import medflip.platform.view.Projection;
import medflip.platform.view.TenantReplay;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long one business with very many events waits for a past moment: for the views of the list of deals, filled from
 * the first event; from the milestone before, as far off as one can be; and when they are there.
 *
 * <p>{@code -Ddeals=250000}, four events each.
 */
public final class PastBenchmark {

    private static final int DEALS = Integer.getInteger("deals", 250_000);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final List<String> VIEWS = List.of("deals.deals", "customers.people", "accounts.workspace");

    private PastBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (MeasuredService service = MeasuredService.start()) {
            run(service);
        }
    }

    private static void run(MeasuredService service) throws SQLException {
        SpareDatabase spare = SpareDatabase.create(
                service.bean(EmbeddedDatabase.class), service.bean(DatabaseAccess.class), "past_moments");
        EventNames names = service.bean(EventNames.class);
        EventSerializer serializer = service.bean(EventSerializer.class);
        EventUpcasterChain upcasts = service.bean(EventUpcasterChain.class);
        try (HikariDataSource reading = spare.connections(spare.access().service());
                HikariDataSource owner = spare.connections(spare.access().owner())) {
            EventTable log = new EventTable(reading);
            DealHistory history = new DealHistory(1);
            try (PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log, reading, serializer, upcasts);
                    NotifyingEventStore store =
                            new NotifyingEventStore(engine, NoOpMessageMonitor.INSTANCE, Duration.ofMillis(100))) {
                history.append(DEALS, store);
            }
            TenantId tenant = history.tenants().getFirst();
            TenantReplay replay = new TenantReplay(log, names, serializer, upcasts, erased -> false);
            try (PastViews past = new PastViews(
                    log,
                    replay,
                    owner,
                    JdbcClient.create(reading),
                    () -> service.context()
                            .getBeansWithAnnotation(Projection.class)
                            .values())) {
                long last = log.last(tenant, Long.MAX_VALUE).orElseThrow().position();
                PastMoment milestone =
                        past.at(tenant, last - PastViews.MILESTONE).orElseThrow();
                PastMoment wanted = past.at(tenant, last).orElseThrow();
                Report.heading("A past moment of a business with %d events, views %s", 4 * DEALS, VIEWS);
                Report.row("", "seconds");
                Report.row("---", "---");
                Report.row("from the first event (made at night)", seconds(past, milestone));
                Report.row("from a milestone %,d events before".formatted(PastViews.MILESTONE), seconds(past, wanted));
                Report.row("when it is there", seconds(past, wanted));
            }
        }
    }

    private static String seconds(PastViews past, PastMoment moment) {
        long begin = System.nanoTime();
        if (past.fill(moment, VIEWS, PATIENCE).isPresent()) {
            throw new IllegalStateException("An hour wasn't enough");
        }
        return "%.2f".formatted((System.nanoTime() - begin) / 1e9);
    }
}
