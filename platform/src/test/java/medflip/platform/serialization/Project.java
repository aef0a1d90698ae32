package medflip.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project that tests compare with, and write anew when asked to. */
final class Project {

    private static final String UPDATE = "golden.update";
    private static final String COMMAND = "mvn -pl platform -am test -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Dtest=GoldenFilesTest,EventDocumentTest -D" + UPDATE + "=true";

    private Project() {}

    /** A path below the project's root, wherever the tests run. */
    static Path path(String relative) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("shared-events"))) {
            folder = folder.getParent();
        }
        return folder.resolve(relative);
    }

    /** Compares a file with what it should be, or, with {@code -Dgolden.update=true}, writes it. */
    static void assertFile(Path file, String expected) {
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, expected);
            }
            assertThat(file).as("to be written by: %s", COMMAND).exists();
            assertThat(Files.readString(file))
                    .as("%s is stale; refresh it by: %s", file.getFileName(), COMMAND)
                    .isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
