package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import medflip.whole.Browser.Answer;

/** Some who ask the same again and again while things are replaced, and never ask twice for one answer. */
final class SteadyAskers {

    private final Set<String> surprises = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final CountDownLatch ended;

    /** Begins: the first answer of each is what it is to be answered ever after. */
    SteadyAskers(Map<String, Supplier<Answer>> questions) {
        ended = new CountDownLatch(questions.size());
        Map<String, Integer> known = new LinkedHashMap<>();
        questions.forEach((name, question) -> known.put(name, question.get().status()));
        questions.forEach((name, question) -> Thread.ofVirtual().start(() -> {
            while (!enough.get()) {
                String status = status(question);
                answers.incrementAndGet();
                if (!status.equals(Integer.toString(known.get(name)))) {
                    surprises.add(name + ": " + status);
                }
            }
            ended.countDown();
        }));
    }

    private static String status(Supplier<Answer> question) {
        try {
            return Integer.toString(question.get().status());
        } catch (UncheckedIOException brokenOff) {
            return "broken off: " + brokenOff.getCause();
        }
    }

    /** Has each of them end; answers how many answers there were, all of which were those they knew. */
    int end() throws InterruptedException {
        enough.set(true);
        ended.await();
        assertThat(surprises).isEmpty();
        return answers.get();
    }
}
