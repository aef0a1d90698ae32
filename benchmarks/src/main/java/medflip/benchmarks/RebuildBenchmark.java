package medflip.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.EventTable;
import medflip.platform.messaging.PausedProcessors;
import medflip.platform.view.ViewProgress;
import medflip.platform.view.ViewSwitch;
import medflip.platform.view.ViewSwitch.RebuildState;
import medflip.platform.view.ViewSwitch.ViewRebuild;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * What people notice of a view that is filled anew from a log of very many events while it serves: they ask for lists
 * and reports all the time, and each answer has to be the one that they had before, to the byte.
 *
 * <p>{@code -Ddeals=250000}, four events each; {@code -Dreaders=2}.
 */
public final class RebuildBenchmark {

    private static final int DEALS = Integer.getInteger("deals", 250_000);
    private static final int EVENTS_A_DEAL = 4;
    private static final int READERS = Integer.getInteger("readers", 2);
    private static final int BUSINESSES = 5;
    private static final String VIEW = "deals.deals";
    private static final List<String> QUESTIONS =
            List.of("/api/deals", "/api/deals?state=PAID&sort=-profit", "/api/deals?search=verio", "/api/deals?page=7");

    private RebuildBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (MeasuredService service = MeasuredService.start()) {
            run(service);
        }
    }

    private static void run(MeasuredService service) throws Exception {
        List<Client> owners = new ArrayList<>();
        List<TenantId> businesses = new ArrayList<>();
        for (int i = 0; i < BUSINESSES; i++) {
            Client owner = new Client(service.root());
            owners.add(owner);
            businesses.add(new TenantId(owner.tenant()));
        }
        fill(service, businesses);

        Map<String, String> known = new LinkedHashMap<>();
        for (String question : QUESTIONS) {
            known.put(question, answer(owners.getFirst(), question));
        }
        AtomicBoolean enough = new AtomicBoolean();
        List<Double> times = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        ViewRebuild done;
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<Reads>> reading = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                reading.add(readers.submit(() -> read(owners.getFirst(), known, enough)));
            }
            done = rebuilt(service.bean(ViewSwitch.class));
            enough.set(true);
            for (Future<Reads> each : reading) {
                times.addAll(each.get().times());
                wrong.addAll(each.get().wrong());
            }
        }
        double seconds = (done.endedAt() == null ? 0 : done.endedAt().toEpochMilli())
                - done.startedAt().toEpochMilli();
        Report.heading("%s rebuilt from %d events while %d ask", VIEW, done.events(), READERS);
        Report.row("state", "seconds", "gave way", "answers", "wrong answers", "p50 ms", "p99 ms", "longest ms");
        Report.row("---", "---", "---", "---", "---", "---", "---", "---");
        Report.row(
                done.state().name(),
                "%.1f".formatted(seconds / 1e3),
                Integer.toString(done.waits()),
                Integer.toString(times.size()),
                Integer.toString(wrong.size()),
                "%.1f".formatted(OpenLoop.percentile(times, 50)),
                "%.1f".formatted(OpenLoop.p99(times)),
                "%.1f".formatted(times.stream().max(Double::compare).orElseThrow()));
        wrong.stream().distinct().forEach(Report::row);
        if (done.state() != RebuildState.DONE || !wrong.isEmpty()) {
            throw new IllegalStateException("Somebody noticed, or it failed: " + done);
        }
    }

    /** What doesn't fill the view stands still, since it would be busy for long with what isn't asked here. */
    private static void fill(MeasuredService service, List<TenantId> businesses) {
        PausedProcessors paused = service.bean(PausedProcessors.class);
        service.bean(EventProcessingConfiguration.class).eventProcessors().keySet().stream()
                .filter(name -> !name.equals(VIEW))
                .forEach(paused::pause);
        new DealHistory(businesses).append(DEALS, service.bean(EventStore.class));
        ViewProgress progress = service.bean(ViewProgress.class);
        long head = service.bean(EventTable.class).head();
        while (progress.position(VIEW) < head) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        Report.heading("A log of %d events, of %d businesses", EVENTS_A_DEAL * DEALS, BUSINESSES);
    }

    private static ViewRebuild rebuilt(ViewSwitch views) {
        if (!views.begin(VIEW)) {
            throw new IllegalStateException(VIEW + " can't be rebuilt");
        }
        ViewRebuild now = views.all().getFirst();
        while (now.endedAt() == null) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            now = views.all().getFirst();
        }
        return now;
    }

    /** @param times in milliseconds */
    private record Reads(List<Double> times, List<String> wrong) {}

    private static Reads read(Client owner, Map<String, String> known, AtomicBoolean enough) {
        Reads reads = new Reads(new ArrayList<>(), new ArrayList<>());
        while (!enough.get()) {
            known.forEach((question, expected) -> {
                long begin = System.nanoTime();
                try {
                    if (!answer(owner, question).equals(expected)) {
                        reads.wrong().add(question + " answered otherwise");
                    }
                } catch (IOException | IllegalStateException e) {
                    reads.wrong().add(question + ": " + e.getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    enough.set(true);
                }
                reads.times().add((System.nanoTime() - begin) / 1e6);
            });
        }
        return reads;
    }

    private static String answer(Client owner, String question) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        owner.get(question, body);
        return body.toString(StandardCharsets.UTF_8);
    }
}
