package medflip.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The project's own files, as they lie in the working tree: nothing built, nothing fetched. */
final class ProjectFiles {

    /** What a build, an editor or a running service leaves behind. */
    private static final Set<String> NOT_OURS = Set.of(".git", ".idea", ".vscode", "node_modules", "target");

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private ProjectFiles() {}

    /** All files, with {@code /} between the parts of their path from the project's folder. */
    static Stream<String> all() {
        List<String> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean data = folder.equals(ROOT.resolve("data"));
                    return data || NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(ROOT.relativize(file).toString().replace('\\', '/'));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted();
    }

    static Stream<String> all(String ending) {
        return all().filter(file -> file.endsWith(ending));
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That a generated file says what it should; with {@code -Dgolden.update=true} it is written first. */
    static void assertIs(String file, String expected) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(ROOT.resolve(file), expected);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(exists(file) ? text(file) : "")
                .as("%s is stale; refresh it by -Dgolden.update=true", file)
                .isEqualTo(expected);
    }

    static boolean exists(String file) {
        return Files.exists(ROOT.resolve(file));
    }

    /** Names of the top-level classes of these modules. */
    static List<String> mainClasses(String... modules) {
        return Stream.of(modules)
                .flatMap(module -> all(".java").filter(file -> file.startsWith(module + "/src/main/java/")))
                .map(file -> file.replaceFirst(".*/src/main/java/", "")
                        .replace(".java", "")
                        .replace('/', '.'))
                .filter(name -> !name.endsWith(".package-info"))
                .toList();
    }
}
