package medflip.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DoorbellTest {

    @Test
    void whoever_rings_while_it_is_looked_is_heard_afterwards() throws InterruptedException {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch rung = new CountDownLatch(1);
        CountDownLatch lookedTwice = new CountDownLatch(2);
        try (Doorbell bell = new Doorbell("test", () -> {
            looking.countDown();
            await(rung);
            lookedTwice.countDown();
        })) {
            bell.ring();
            looking.await();
            bell.ring();
            rung.countDown();
            lookedTwice.await();
        }
        assertThat(lookedTwice.getCount()).isZero();
    }

    @Test
    void it_is_closed_only_once_nobody_looks_and_then_rings_for_nobody() throws InterruptedException {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        AtomicInteger looked = new AtomicInteger();
        Doorbell bell = new Doorbell("test", () -> {
            looking.countDown();
            await(closing);
            looked.incrementAndGet();
        });
        bell.ring();
        looking.await();
        Thread.ofVirtual().start(closing::countDown);
        bell.close();
        assertThat(looked).hasValue(1);
        bell.ring();
        bell.close();
        assertThat(looked).hasValue(1);
    }

    @Test
    void one_that_fails_holds_up_no_other_and_is_seen_to_at_the_next_ring() {
        List<String> waiting = new CopyOnWriteArrayList<>(List.of("ill", "one", "two"));
        CountDownLatch others = new CountDownLatch(2);
        CountDownLatch all = new CountDownLatch(3);
        try (Doorbell bell = Doorbell.forEach("test", () -> waiting, one -> {
            if (one.equals("ill") && others.getCount() > 0) {
                throw new IllegalStateException("not now");
            }
            waiting.remove(one);
            others.countDown();
            all.countDown();
        })) {
            bell.ring();
            await(others);
            assertThat(waiting).containsExactly("ill");
            bell.ring();
            await(all);
        }
        assertThat(waiting).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
