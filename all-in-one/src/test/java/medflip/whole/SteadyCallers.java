package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import medflip.whole.Browser.Answer;

/**
 * Some who register people, each one after the other, while things break. As a browser does, each repeats a wish under
 * its key until somebody says that it is done.
 */
final class SteadyCallers {

    private static final int CALLERS = 4;
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(5);
    private static final Pattern CALLED = Pattern.compile("Caller\\d+-\\d+");

    private final Browser owner;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(CALLERS);

    /** Begins. */
    SteadyCallers(Browser owner) {
        this.owner = owner;
        for (int caller = 0; caller < CALLERS; caller++) {
            String name = "Caller" + caller;
            Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; !enough.get(); i++) {
                        untilAcknowledged(name + "-" + i);
                        acknowledged.add(name + "-" + i);
                    }
                } finally {
                    ended.countDown();
                }
            });
        }
    }

    /** Waits until that many more were acknowledged. */
    void awaitMore(int wishes) {
        int before = acknowledged.size();
        Eventually.of(acknowledged::size, size -> size >= before + wishes);
    }

    /** What was answered to those wishes that had to be repeated. */
    Set<String> failed() {
        return Set.copyOf(failed);
    }

    /** Has each of them end what it is at; answers how many wishes were acknowledged. */
    int end() throws InterruptedException {
        enough.set(true);
        ended.await();
        assertThat(refused).isEmpty();
        return acknowledged.size();
    }

    /** All that was acknowledged is to be read, each once, and soon. */
    void requireEachOnce() {
        long begun = System.nanoTime();
        List<String> names = Eventually.of(
                () -> CALLED.matcher(
                                new String(owner.download("/api/customers.csv").body(), StandardCharsets.UTF_8))
                        .results()
                        .map(MatchResult::group)
                        .toList(),
                seen -> seen.containsAll(acknowledged)
                        || Duration.ofNanos(System.nanoTime() - begun).compareTo(CAUGHT_UP_WITHIN) > 0);
        assertThat(names).as("each once, seen within 5 s").containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    private void untilAcknowledged(String name) {
        String key = UUID.randomUUID().toString();
        Eventually.of(
                () -> {
                    try {
                        return owner.post("/api/customers", Map.of("name", name), key);
                    } catch (UncheckedIOException brokenOff) {
                        return new Answer(0, HttpHeaders.of(Map.of(), (a, b) -> true), "");
                    }
                },
                answer -> {
                    if (answer.status() >= 400 && answer.status() < 500) {
                        refused.add(answer.status() + " " + answer.body());
                        throw new AssertionError(answer.status() + " " + answer.body());
                    }
                    boolean done = answer.status() == 201 || answer.status() == 200;
                    if (!done) {
                        failed.add(name + ": " + answer.status() + " " + answer.body());
                    }
                    return done;
                });
    }
}
