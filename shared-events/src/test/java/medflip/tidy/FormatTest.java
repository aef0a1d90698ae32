package medflip.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The formatter, as a test: its parser is that of the JDK it runs on, and Maven's own JDK may be too old for our source
 * level, while tests run on the JDK that the build chose.
 */
class FormatTest {

    private static final boolean FIX = Boolean.getBoolean("format.fix");

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    @Test
    void every_java_file_is_laid_out_by_the_formatter() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        List<String> outOfPlace;
        try (Stream<Path> modules = Files.list(root)) {
            outOfPlace = modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(FormatTest::javaFiles)
                    .filter(this::isOutOfPlace)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }

        assertThat(outOfPlace)
                .as("Lay them out: mvn -q test -pl shared-events -Dtest=FormatTest -Dformat.fix=true")
                .isEmpty();
    }

    private boolean isOutOfPlace(Path file) {
        try {
            String source = Files.readString(file);
            String laidOut = formatter.formatSource(formatter.fixImports(source));
            if (source.equals(laidOut)) {
                return false;
            }
            if (FIX) {
                Files.writeString(file, laidOut);
            }
            return !FIX;
        } catch (IOException | FormatterException e) {
            throw new AssertionError(file + ": " + e.getMessage(), e);
        }
    }

    private static Stream<Path> javaFiles(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
