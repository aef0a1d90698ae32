package medflip.platform.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files that the log goes to, where it goes to any ({@code logging.file.name}, {@code .path}), older ones too. */
final class LogFiles implements KeptInFiles {

    private static final String NAME = "spring.log";

    private final String file;
    private final String folder;

    LogFiles(String file, String folder) {
        this.file = file;
        this.folder = folder;
    }

    @Override
    public String holds() {
        return "log files";
    }

    @Override
    public long lines(Predicate<String> says) {
        return files().stream().mapToLong(each -> KeptInFiles.count(each, says)).sum();
    }

    /** What was rolled over is called after the file, with a date and a number behind. */
    private List<Path> files() {
        if (file.isBlank() && folder.isBlank()) {
            return List.of();
        }
        Path newest = (file.isBlank() ? Path.of(folder, NAME) : Path.of(file)).toAbsolutePath();
        String name = Objects.requireNonNull(newest.getFileName()).toString();
        try (Stream<Path> all = Files.list(Objects.requireNonNull(newest.getParent()))) {
            return all.filter(each -> Objects.requireNonNull(each.getFileName())
                            .toString()
                            .startsWith(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
