package medflip.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Lets many writers do one thing again and again, each waiting for the last time to be durable. */
final class Writers {

    /** One durable write of one writer. */
    interface Write {
        /** @param writer number of the writer, from 0 */
        void once(int writer) throws Exception;
    }

    private Writers() {}

    /**
     * Runs for that long.
     *
     * @return writes a second
     */
    static double perSecond(int writers, long seconds, Write write) {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Long>> counts = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int writer = i;
                counts.add(CompletableFuture.supplyAsync(() -> writeUntil(end, writer, write), threads));
            }
            long written = counts.stream().mapToLong(CompletableFuture::join).sum();
            return written * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static long writeUntil(long end, int writer, Write write) {
        long count = 0;
        try {
            while (System.nanoTime() < end) {
                write.once(writer);
                count++;
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return count;
    }
}
