package medflip.platform.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import org.springframework.core.env.Environment;

/**
 * The checkpoints outside of the databases, note after note: whoever can change the databases, and signs with their
 * key, can't change what stands here, if it lies where they can't reach it. It is only ever added to.
 */
final class CheckpointFile {

    private static final String SIGNED = "\u2014 ";

    /** What was handed out of a tree. */
    record Handed(String origin, TenantId tenant, LogName log, long size, byte[] root) {}

    private final Path path;

    CheckpointFile(Path path) {
        this.path = path;
    }

    /** Where it is: {@code medflip.seal.file}, else in the data folder. */
    static Path place(Environment settings) {
        String given = settings.getProperty("medflip.seal.file", "");
        return given.isBlank()
                ? Path.of(settings.getProperty("medflip.data", "data"), "checkpoints.notes")
                : Path.of(given);
    }

    /** On disk when it returns. */
    void add(List<String> notes) {
        try {
            Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    FileLock lock = channel.lock()) {
                Objects.requireNonNull(lock);
                ByteBuffer bytes = ByteBuffer.wrap((String.join("\n", notes) + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last one of each tree. What a power cut left of a last note is passed over. */
    Collection<Handed> newest() {
        Map<String, Handed> newest = new LinkedHashMap<>();
        if (!Files.exists(path)) {
            return List.of();
        }
        String[] text = {"", "", ""};
        int[] line = {0};
        try (Stream<String> lines = Files.lines(path)) {
            lines.forEach(each -> {
                if (each.startsWith(SIGNED) && line[0] >= text.length) {
                    Handed handed = handed(text);
                    newest.put(handed.origin(), handed);
                    line[0] = 0;
                } else if (!each.isEmpty()) {
                    if (line[0] < text.length) {
                        text[line[0]] = each;
                    }
                    line[0]++;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newest.values();
    }

    private static Handed handed(String[] text) {
        String[] origin = text[0].split("/");
        boolean all = origin.length < 3;
        return new Handed(
                text[0],
                all ? TenantId.SERVICE : TenantId.of(origin[1]),
                LogName.of(origin[origin.length - 1]),
                Long.parseLong(text[1]),
                Base64.getDecoder().decode(text[2]));
    }
}
