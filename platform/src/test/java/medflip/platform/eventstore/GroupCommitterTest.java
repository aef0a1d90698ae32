package medflip.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import medflip.platform.eventstore.GroupCommitter.GroupCommitFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GroupCommitterTest {

    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstBegan = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void what_queues_while_a_commit_runs_is_committed_together() throws Exception {
        try (GroupCommitter<Integer, String> committer = new GroupCommitter<>("test", 100, this::commit)) {
            var first = submit(committer, 0);
            firstBegan.await();
            var others = IntStream.rangeClosed(1, 50)
                    .mapToObj(member -> submit(committer, member))
                    .toList();
            awaitQueued(committer, 50);
            firstMayEnd.countDown();
            assertThat(first.get()).isEqualTo("done 0");
            for (int i = 0; i < 50; i++) {
                assertThat(others.get(i).get()).isEqualTo("done " + (i + 1));
            }
            assertThat(batches).hasSize(2);
            assertThat(batches.get(1)).hasSize(50);
        }
    }

    @Test
    void a_batch_has_a_bound_and_no_two_members_with_the_same_claim_which_keep_their_order() throws Exception {
        try (GroupCommitter<Integer, String> committer = new GroupCommitter<>("test", 3, this::commit)) {
            var first = submit(committer, 0);
            firstBegan.await();
            List<CompletableFuture<String>> others = new ArrayList<>();
            others.add(submit(committer, 1, "a"));
            awaitQueued(committer, 1);
            others.add(submit(committer, 2, "a", "b"));
            awaitQueued(committer, 2);
            others.add(submit(committer, 3, "b"));
            awaitQueued(committer, 3);
            for (int member = 4; member < 8; member++) {
                others.add(submit(committer, member, "other " + member));
                awaitQueued(committer, member);
            }
            firstMayEnd.countDown();
            first.get();
            for (var other : others) {
                other.get();
            }
            assertThat(batches).containsExactly(List.of(0), List.of(1, 4, 5), List.of(2, 6, 7), List.of(3));
        }
    }

    @Test
    void an_interrupt_is_remembered_and_not_obeyed() throws Exception {
        try (GroupCommitter<Integer, String> committer = new GroupCommitter<>("test", 100, this::commit)) {
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread caller = Thread.startVirtualThread(() -> {
                committer.submit(0, List.of());
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            firstBegan.await();
            caller.interrupt();
            firstMayEnd.countDown();
            assertThat(interrupted.get()).isTrue();
            assertThat(batches).containsExactly(List.of(0));
        }
    }

    @Test
    void a_commit_that_throws_fails_its_batch_and_not_the_next_one() {
        try (GroupCommitter<Integer, String> committer = new GroupCommitter<>("test", 100, members -> {
            if (members.contains(13)) {
                throw new StackOverflowError("on purpose");
            }
            return List.of("done");
        })) {
            assertThatThrownBy(() -> committer.submit(13, List.of()))
                    .isInstanceOf(GroupCommitFailed.class)
                    .hasRootCauseInstanceOf(StackOverflowError.class);
            assertThat(committer.submit(14, List.of())).isEqualTo("done");
        }
    }

    @Test
    void an_answer_that_forgets_a_member_fails_the_batch_instead_of_leaving_somebody_waiting() {
        try (GroupCommitter<Integer, String> committer = new GroupCommitter<>("test", 100, members -> List.of())) {
            assertThatThrownBy(() -> committer.submit(1, List.of())).isInstanceOf(GroupCommitFailed.class);
        }
    }

    @Test
    void closing_lets_the_running_commit_end_and_releases_everybody_else_with_an_error() throws Exception {
        GroupCommitter<Integer, String> committer = new GroupCommitter<>("test", 100, this::commit);
        var first = submit(committer, 0);
        firstBegan.await();
        var others = IntStream.rangeClosed(1, 20)
                .mapToObj(member -> submit(committer, member))
                .toList();
        awaitQueued(committer, 20);
        var closing = CompletableFuture.runAsync(committer::close, callers);
        while (!committer.isClosed()) {
            Thread.onSpinWait();
        }
        firstMayEnd.countDown();
        assertThat(first.get()).isEqualTo("done 0");
        for (var other : others) {
            assertThatThrownBy(() -> other.get(5, TimeUnit.SECONDS)).hasRootCauseInstanceOf(GroupCommitFailed.class);
        }
        closing.get();
        assertThatThrownBy(() -> committer.submit(99, List.of())).isInstanceOf(GroupCommitFailed.class);
        assertThat(batches).containsExactly(List.of(0));
    }

    private List<String> commit(List<Integer> members) {
        batches.add(List.copyOf(members));
        firstBegan.countDown();
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
        return members.stream().map(member -> "done " + member).toList();
    }

    private CompletableFuture<String> submit(GroupCommitter<Integer, String> committer, int member, Object... claims) {
        return CompletableFuture.supplyAsync(() -> committer.submit(member, List.of(claims)), callers);
    }

    private static void awaitQueued(GroupCommitter<?, ?> committer, int members) {
        while (committer.queued() < members) {
            Thread.onSpinWait();
        }
    }
}
