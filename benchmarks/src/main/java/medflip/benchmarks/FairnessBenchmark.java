package medflip.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one business that asks for ten times its quota costs the others: customers created over HTTP, due at fixed times
 * (open loop), in turns while the one is still and while it isn't. What it asks beyond its quota is refused.
 *
 * <p>{@code -Dseconds=10} a run, {@code -Drounds=5}, {@code -Dquota=600} requests a minute, {@code -Daround=20}
 * commands a second of the others together.
 */
public final class FairnessBenchmark {

    private static final int QUOTA = Integer.getInteger("quota", 600);
    private static final int TIMES = 10;
    private static final int SECONDS_A_MINUTE = 60;
    private static final int COMMANDS_A_SECOND = Integer.getInteger("around", 20);
    private static final int OTHERS = 16;

    private FairnessBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (MeasuredService service = MeasuredService.start("--medflip.limits.per-business=" + QUOTA)) {
            run(service.root());
        }
    }

    private static void run(URI root) throws Exception {
        Client greedy = new Client(root);
        List<Client> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(new Client(root));
        }
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        latencies(others);
        for (int round = 0; round < Comparison.ROUNDS; round++) {
            double without = OpenLoop.p99(latencies(others));
            try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
                Future<?> greed = worker.submit(() ->
                        OpenLoop.run(QUOTA * TIMES / SECONDS_A_MINUTE, Comparison.SECONDS, (number, due) -> {
                            if (greedy.triesToCreateCustomer()) {
                                taken.incrementAndGet();
                            } else {
                                refused.incrementAndGet();
                            }
                        }));
                double with = OpenLoop.p99(latencies(others));
                greed.get();
                alone.add(without);
                beside.add(with);
                ratios.add(with / without);
            }
        }
        Report.heading(
                "One business at %d times its quota of %d requests a minute beside %d others, who create %d customers "
                        + "a second; %d rounds of %d s",
                TIMES, QUOTA, OTHERS, COMMANDS_A_SECOND, Comparison.ROUNDS, Comparison.SECONDS);
        Report.row("", "");
        Report.row("---", "---");
        Report.row("the others' p99 without it, ms", Report.spread("%.1f", alone));
        Report.row("the others' p99 beside it, ms", Report.spread("%.1f", beside));
        Report.row("ratio", Report.spread("%.2f", ratios));
        Report.row("of its requests taken, refused", taken + ", " + refused);
    }

    private static List<Double> latencies(List<Client> others) throws InterruptedException {
        return OpenLoop.run(
                COMMANDS_A_SECOND,
                Comparison.SECONDS,
                (number, due) -> others.get(number % OTHERS).createCustomer());
    }
}
