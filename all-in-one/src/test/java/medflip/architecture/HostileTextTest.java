package medflip.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A pattern that tries all ways to take a text apart would let one request hold a processor for hours. */
class HostileTextTest {

    private static final int LENGTH = 500;
    /** Forty times what a pattern takes that begins at each of the characters and reads all that follow. */
    private static final int READS = 10_000_000;

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
                assertThatCode(() -> {
                            pattern.matcher(new CountedText(text)).matches();
                            pattern.matcher(new CountedText(text)).find();
                        })
                        .as(pattern.pattern())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void one_that_does_would_be_noticed() {
        Pattern careless = Pattern.compile("(.*a){12}!");
        assertThatThrownBy(() ->
                        careless.matcher(new CountedText(HOSTILE.getFirst())).matches())
                .isInstanceOf(RanAway.class);
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

    private static final class RanAway extends RuntimeException {}

    /** A text that is read so often and no oftener: a matcher can't be ended from outside. */
    private static final class CountedText implements CharSequence {

        private final String text;
        private int reads;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++reads > READS) {
                throw new RanAway();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
