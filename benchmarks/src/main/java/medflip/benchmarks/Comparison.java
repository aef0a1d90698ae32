package medflip.benchmarks;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import medflip.benchmarks.Writers.Write;

/**
 * Loads measured side by side: every round runs each once, in another order than the round before, and a load is
 * compared with the bare inserts of its own round. The first round warms up and isn't counted.
 */
final class Comparison {

    /** Seconds a run. */
    static final long SECONDS = Long.getLong("seconds", 10);

    static final int ROUNDS = Integer.getInteger("rounds", 5);

    /** Seconds of the first run of each load, in which the machine code is made; nothing of it counts. */
    static final long WARM_UP = Long.getLong("warmup", SECONDS);

    /** What every writer of a load does again and again. */
    record Load(String name, Write write) {}

    /** What happens before each round, unmeasured. */
    interface Preparation {
        void prepare() throws SQLException;
    }

    private record Result(double perSecond, CpuTime cpu) {}

    private record Measured(Load load, List<Result> results) {}

    private final int writers;
    private final ProcessHandle server;
    private final List<Measured> loads;

    /**
     * @param server of the database that all loads write to
     * @param loads the first is what the others are compared with
     */
    Comparison(int writers, ProcessHandle server, List<Load> loads) {
        this.writers = writers;
        this.server = server;
        this.loads = loads.stream()
                .map(load -> new Measured(load, new ArrayList<>()))
                .toList();
    }

    void run(Preparation beforeRound) throws SQLException {
        List<Measured> order = new ArrayList<>(loads);
        double busiest = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            beforeRound.prepare();
            for (Measured measured : order) {
                Result result = run(measured.load(), round == 0 ? WARM_UP : SECONDS);
                if (round > 0) {
                    measured.results().add(result);
                }
            }
            order.add(order.removeFirst());
            busiest = Math.max(
                    busiest, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        print(busiest);
    }

    private Result run(Load load, long seconds) {
        CpuTime before = CpuTime.now(server);
        double perSecond = Writers.perSecond(writers, seconds, load.write());
        return new Result(perSecond, CpuTime.now(server).perWrite(before, perSecond * seconds));
    }

    private void print(double busiest) {
        Report.heading("%d writers, %d rounds of %d s, load average at most %.1f", writers, ROUNDS, SECONDS, busiest);
        Report.row("load", "writes a second", "× bare insert", "CPU µs a write, JVM + server");
        Report.row("---", "---", "---", "---");
        List<Result> bare = loads.getFirst().results();
        for (Measured measured : loads) {
            List<Result> own = measured.results();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ratios.add(own.get(round).perSecond() / bare.get(round).perSecond());
            }
            Report.row(
                    measured.load().name(),
                    Report.spread("%.0f", own.stream().map(Result::perSecond).toList()),
                    Report.spread("%.2f", ratios),
                    Report.cpu(own.stream().map(Result::cpu).toList()));
        }
    }
}
