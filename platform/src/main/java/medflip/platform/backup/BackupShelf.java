package medflip.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import medflip.platform.retention.RetainedRows;
import org.springframework.core.env.Environment;

/**
 * Where backups lie: events, keys, and the keys of both files, each kind in a folder of its own, so that they can be on
 * different machines. A backup is called after the moment at which it was made, so that its age is known whatever was
 * done to the files.
 */
public final class BackupShelf implements RetainedRows {

    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'");
    private static final int MADE_LENGTH = "2026-11-27T160000Z".length();
    private static final String UNFINISHED = ".part";

    /** Of a backup's two files. */
    enum Kind {
        EVENTS("events"),
        KEYS("keys");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        String fileOf(String backup) {
            return backup + "." + ending;
        }
    }

    private final Path events;
    private final Path keys;
    private final Path fileKeys;

    /** The three may be one folder, or on three machines. */
    public BackupShelf(Path events, Path keys, Path fileKeys) {
        this.events = events;
        this.keys = keys;
        this.fileKeys = fileKeys;
    }

    /**
     * As {@code medflip.backup.folder} says, or for each kind {@code medflip.backup.events}, {@code .keys} and
     * {@code .file-keys}; else in the data folder.
     */
    public static BackupShelf of(Environment settings) {
        String data = settings.getProperty("medflip.data", "data");
        Path folder = Path.of(settings.getProperty("medflip.backup.folder", data + "/backups"));
        return new BackupShelf(
                folder(settings, "medflip.backup.events", folder.resolve("events")),
                folder(settings, "medflip.backup.keys", folder.resolve("keys")),
                folder(settings, "medflip.backup.file-keys", folder.resolve("file-keys")));
    }

    private static Path folder(Environment settings, String name, Path otherwise) {
        String given = settings.getProperty(name, "");
        return given.isBlank() ? otherwise : Path.of(given);
    }

    /** A name for one that is made at that moment. */
    static String name(Instant at) {
        byte[] bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        return MADE.format(at.atOffset(ZoneOffset.UTC)) + "-" + HexFormat.of().formatHex(bytes);
    }

    /** When a backup of that name was made; empty if that is no backup's name. */
    static Optional<Instant> madeAt(String name) {
        if (name.length() < MADE_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(MADE.withZone(ZoneOffset.UTC).parse(name.substring(0, MADE_LENGTH), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Names of all files there, whosever they are. */
    List<String> files() {
        return Stream.of(events, keys, fileKeys)
                .flatMap(folder -> files(folder).stream())
                .toList();
    }

    /** Names of all of which anything is there, the oldest first. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        for (Path folder : List.of(events, keys, fileKeys)) {
            for (String file : files(folder)) {
                String name = file.contains(".") ? file.substring(0, file.indexOf('.')) : file;
                if (madeAt(name).isPresent()) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    /** Of those that are whole, when the newest was made. */
    Optional<Instant> newest() {
        return names().reversed().stream()
                .filter(name -> Stream.of(Kind.values())
                        .allMatch(kind -> Files.exists(file(name, kind)) && Files.exists(keyFile(name, kind))))
                .findFirst()
                .flatMap(BackupShelf::madeAt);
    }

    private static List<String> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> Objects.requireNonNull(path.getFileName()).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name, Kind kind) {
        return (kind == Kind.EVENTS ? events : keys).resolve(kind.fileOf(name));
    }

    private Path keyFile(String name, Kind kind) {
        return fileKeys.resolve(kind.fileOf(name) + ".key");
    }

    /** Where a file is written before it is whole. */
    Path unfinished(String name, Kind kind) throws IOException {
        Path file = file(name, kind);
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    /** The file is whole, and on disk: it gets its name, after its key. */
    void finish(String name, Kind kind, String wrappedKey) throws IOException {
        Files.createDirectories(fileKeys);
        Path key = keyFile(name, kind);
        Files.writeString(key, wrappedKey + "\n");
        toDisk(key);
        Path unfinished = unfinished(name, kind);
        toDisk(unfinished);
        Files.move(unfinished, file(name, kind), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void toDisk(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** @throws BackupRefused if it isn't there */
    String wrappedKey(String name, Kind kind) {
        Path key = keyFile(name, kind);
        if (!Files.exists(file(name, kind))) {
            throw new BackupRefused("There is no " + file(name, kind) + ". Nothing was changed.");
        }
        if (!Files.exists(key)) {
            throw new BackupRefused("There is no " + key + ", without which nobody opens " + kind.fileOf(name)
                    + ": it was destroyed, or lies elsewhere. Nothing was changed.");
        }
        try {
            return Files.readString(key).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes both files and their keys; the keys first, so that what is left of it, if anything, opens for nobody. */
    public void delete(String name) {
        try {
            for (Kind kind : Kind.values()) {
                Files.deleteIfExists(keyFile(name, kind));
            }
            for (Kind kind : Kind.values()) {
                Files.deleteIfExists(file(name, kind));
                Files.deleteIfExists(unfinished(name, kind));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> madeBefore(Instant moment) {
        return names().stream()
                .filter(name -> madeAt(name).filter(at -> at.isBefore(moment)).isPresent());
    }

    @Override
    public long count(Instant before) {
        return madeBefore(before).count();
    }

    @Override
    public int destroy(Instant before, int most) {
        List<String> old = madeBefore(before).limit(most).toList();
        old.forEach(this::delete);
        return old.size();
    }
}
