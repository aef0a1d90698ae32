package medflip.platform.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes for many callers in few commits. A caller hands in one member and waits; one thread commits whatever has
 * queued while its last commit ran, and lets those callers go. A lone member is committed at once; several wait for a
 * moment, a fraction of a commit, for those who were just let go and are likely to come again: else a few busy callers
 * would split into two halves that wait for each other's commits.
 *
 * @param <M> what a caller wants written
 * @param <R> what came of it
 */
public final class GroupCommitter<M, R> implements AutoCloseable {

    /** A batch waits for company at most this part of the time that the last commit took. */
    private static final int PART_OF_COMMIT = 4;

    private static final long LONGEST_WAIT_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final int largestBatch;
    private final Runnable turn;
    private final Function<List<M>, List<R>> commit;
    private final BlockingQueue<Waiter<M, R>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    /** @param member null only in the one that wakes the thread when it shall end */
    private record Waiter<M, R>(@Nullable M member, Collection<?> claims, CompletableFuture<R> outcome) {
        Waiter(@Nullable M member, Collection<?> claims) {
            this(member, claims, new CompletableFuture<>());
        }
    }

    /** The member's batch failed in a way that its commit didn't foresee, or the committer was closed before it. */
    public static final class GroupCommitFailed extends RuntimeException {
        GroupCommitFailed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Starts the committing thread.
     *
     * @param largestBatch members a commit, at least 1
     * @param commit writes a batch; answers the outcome of each member, in the same order. If it throws, every member
     *     of the batch fails, and the next batch is tried
     */
    public GroupCommitter(String name, int largestBatch, Function<List<M>, List<R>> commit) {
        this(name, largestBatch, () -> {}, commit);
    }

    /**
     * Starts the committing thread.
     *
     * @param turn called before each batch is made up: whatever it waits for, members that come meanwhile are in the
     *     batch. It never throws
     */
    GroupCommitter(String name, int largestBatch, Runnable turn, Function<List<M>, List<R>> commit) {
        this.largestBatch = largestBatch;
        this.turn = turn;
        this.commit = commit;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /**
     * Waits until the member is committed, or isn't going to be. An interrupt doesn't cut the wait short, since the
     * member would then be written without anybody knowing; it is still there afterwards.
     *
     * @param claims what the member needs for itself: two members with an equal claim are never in the same batch, and
     *     keep their order
     * @throws GroupCommitFailed if the committer is closed (then nothing was written) or the batch's commit threw
     */
    public R submit(M member, Collection<?> claims) {
        Waiter<M, R> waiter = new Waiter<>(member, claims);
        queue.add(waiter);
        if (closed && queue.remove(waiter)) {
            throw closedBefore();
        }
        try {
            return waiter.outcome().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof GroupCommitFailed failed ? failed : e;
        }
    }

    /** Lets a running commit end, then releases with an error whoever still waits. */
    @Override
    public void close() {
        closed = true;
        queue.add(new Waiter<>(null, List.of()));
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Members that wait for a commit to end before theirs begins. */
    int queued() {
        return queue.size();
    }

    boolean isClosed() {
        return closed;
    }

    private void run() {
        Deque<Waiter<M, R>> pending = new ArrayDeque<>();
        List<Waiter<M, R>> batch = List.of();
        long commitNanos = 0;
        try {
            while (true) {
                queue.drainTo(pending);
                if (pending.isEmpty()) {
                    pending.add(take());
                } else {
                    gather(pending, pending.size() + batch.size(), commitNanos / PART_OF_COMMIT);
                }
                turn.run();
                queue.drainTo(pending);
                if (closed) {
                    return;
                }
                batch = nextBatch(pending);
                long begin = System.nanoTime();
                commit(batch);
                commitNanos = System.nanoTime() - begin;
            }
        } finally {
            // Also where this thread dies of something unforeseen: nobody is left waiting.
            closed = true;
            queue.drainTo(pending);
            pending.addAll(batch);
            pending.forEach(waiter -> waiter.outcome().completeExceptionally(closedBefore()));
        }
    }

    /**
     * Waits for more members, until there are so many or the time is over. It looks again and again instead of being
     * woken by each: that would cost more than the little time it takes.
     */
    @SuppressWarnings("ThreadPriorityCheck") // the callers it waits for need the processor that it yields
    private void gather(Deque<Waiter<M, R>> pending, int expected, long patienceNanos) {
        long deadline = System.nanoTime() + Math.min(patienceNanos, LONGEST_WAIT_NANOS);
        while (pending.size() < expected && !closed && System.nanoTime() < deadline) {
            Thread.yield();
            queue.drainTo(pending);
        }
    }

    private Waiter<M, R> take() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // Only close() ends this thread.
            }
        }
    }

    /** Takes from the front what claims nothing that anything before it claims; the rest stays, in order. */
    private List<Waiter<M, R>> nextBatch(Deque<Waiter<M, R>> pending) {
        List<Waiter<M, R>> batch = new ArrayList<>();
        Set<Object> claimed = new HashSet<>();
        Iterator<Waiter<M, R>> waiters = pending.iterator();
        while (waiters.hasNext() && batch.size() < largestBatch) {
            Waiter<M, R> waiter = waiters.next();
            boolean free = true;
            for (Object claim : waiter.claims()) {
                free &= claimed.add(claim);
            }
            if (free) {
                batch.add(waiter);
                waiters.remove();
            }
        }
        return batch;
    }

    private void commit(List<Waiter<M, R>> batch) {
        try {
            List<R> outcomes = commit.apply(batch.stream()
                    .map(waiter -> Objects.requireNonNull(waiter.member()))
                    .toList());
            if (outcomes.size() != batch.size()) {
                throw new IllegalStateException(outcomes.size() + " outcomes for " + batch.size() + " members");
            }
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (Throwable e) { // errors too: those of later batches shall not suffer for this one
            batch.forEach(waiter -> waiter.outcome()
                    .completeExceptionally(new GroupCommitFailed("The commit of this member's batch failed.", e)));
        }
    }

    private static GroupCommitFailed closedBefore() {
        return new GroupCommitFailed("The committer is closed; this was not written.", null);
    }
}
