package medflip.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A pattern that tries all ways to take a text apart would let one request hold a processor for hours. */
class HostileTextTest {

    private static final int LENGTH = 500;
    private static final Duration BUDGET = Duration.ofSeconds(2);

    /**
     * Each is followed by what fits in no pattern, so that a careless one tries all it has tried before in other ways.
     */
    private static final List<String> HOSTILE = Stream.of(
                    "a", "0", " ", ".", "-", "a.", "a1 ", "\"", "http://a", "@", "\n")
            .map(unit -> unit.repeat(LENGTH / unit.length()) + "\u0000")
            .toList();

    @Test
    void no_pattern_runs_away_on_five_hundred_characters() {
        List<Pattern> patterns = ProjectFiles.all(".java")
                .filter(file -> file.contains("/src/main/java/") && !file.startsWith("benchmarks/"))
                .filter(file -> ProjectFiles.text(file).contains("static final Pattern"))
                .flatMap(file -> patterns(file.replaceFirst(".*/src/main/java/", "")
                        .replace(".java", "")
                        .replace('/', '.')))
                .toList();
        assertThat(patterns).hasSizeGreaterThan(40);
        for (Pattern pattern : patterns) {
            for (String text : HOSTILE) {
                assertTimeoutPreemptively(
                        BUDGET,
                        () -> pattern.matcher(text).matches()
                                || pattern.matcher(text).find(),
                        pattern::pattern);
            }
        }
    }

    @Test
    void one_that_does_would_be_noticed() {
        Pattern careless = Pattern.compile("(.*a){12}!");
        assertThat(catchThrowable(() -> assertTimeoutPreemptively(
                        Duration.ofMillis(200),
                        () -> careless.matcher(HOSTILE.getFirst()).matches())))
                .isInstanceOf(AssertionError.class);
    }

    private static Stream<Pattern> patterns(String name) {
        try {
            Class<?> type = Class.forName(name);
            return Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses()))
                    .flatMap(declaring -> Stream.of(declaring.getDeclaredFields()))
                    .filter(field -> field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers()))
                    .map(HostileTextTest::value);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Pattern value(Field field) {
        try {
            field.setAccessible(true);
            return (Pattern) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
