package medflip.platform.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Which tests of each build are named after a promise, each as its class and a sentence. */
public final class PromiseTests {

    private static final List<String> ALL = read();

    private PromiseTests() {}

    /** Those of one promise. */
    public static List<String> of(Promise promise) {
        String beginning = promise.id() + " ";
        return ALL.stream()
                .filter(test -> test.startsWith(beginning))
                .map(test -> test.substring(beginning.length()))
                .toList();
    }

    private static List<String> read() {
        try {
            return new ClassPathResource("policy/tests.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
