package medflip.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Calls that are due at fixed times, whatever became of those before; their time counts from when they were due. */
final class OpenLoop {

    private static final double NANOS_A_MILLISECOND = 1e6;

    private OpenLoop() {}

    /** What is called; it ends when it is through. */
    interface Call {

        /** @param due when it was to be made, as {@link System#nanoTime} tells it */
        void make(int number, long due) throws Exception;
    }

    /**
     * Milliseconds of each call.
     *
     * @throws IllegalStateException if one failed
     */
    static List<Double> run(int aSecond, long seconds, Call call) throws InterruptedException {
        List<Future<Double>> times = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            long pause = TimeUnit.SECONDS.toNanos(1) / aSecond;
            for (int i = 0; i < aSecond * seconds; i++) {
                int number = i;
                long due = begin + i * pause;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                times.add(callers.submit(() -> {
                    call.make(number, due);
                    return (System.nanoTime() - due) / NANOS_A_MILLISECOND;
                }));
            }
        }
        List<Double> milliseconds = new ArrayList<>();
        for (Future<Double> time : times) {
            try {
                milliseconds.add(time.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("A call failed", e.getCause());
            }
        }
        return milliseconds;
    }

    static double p99(List<Double> milliseconds) {
        return percentile(milliseconds, 99);
    }

    static double percentile(List<Double> milliseconds, int percentile) {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        return sorted.get(sorted.size() * percentile / 100);
    }
}
