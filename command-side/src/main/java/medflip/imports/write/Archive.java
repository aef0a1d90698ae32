package medflip.imports.write;

import static medflip.platform.command.Rejection.require;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import medflip.platform.command.CommandRejected;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another server's archive of a whole account. Names in it are only ever compared, never used as paths; what is read is
 * bounded, whatever it claims to be.
 */
final class Archive {

    private static final int FORMAT = 3;
    private static final String MANIFEST = "manifest.json";
    private static final String EVENTS = "events.ndjson";
    private static final String FILES = "files/";
    private static final int MANIFEST_BYTES_MAX = 64 << 20;
    private static final int LINE_BYTES_MAX = 4 << 20;
    private static final int ATTACHMENT_BYTES_MAX = 10 << 20;
    /** Lists and events become a tenth or a twentieth by compression; a bomb becomes a thousandth. */
    private static final int RATIO_MAX = 100;

    private static final int SMALL = 10 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** One file of it; {@code about} is whom a photo or receipt is about, such as {@code customer/<uuid>}. */
    record Entry(
            String name,
            long bytes,
            String sha256,
            @Nullable String about) {

        boolean isAttachment() {
            return name.startsWith(FILES);
        }

        UUID attachmentId() {
            try {
                return UUID.fromString(name.substring(FILES.length(), name.lastIndexOf('.')));
            } catch (RuntimeException e) {
                throw new CommandRejected(ArchiveRejection.NOT_AN_ARCHIVE);
            }
        }
    }

    /** What is in it, as its maker says. */
    record Manifest(int format, UUID tenant, long events, List<Entry> files) {}

    /** One line of its log. */
    record Line(
            long position,
            Instant recordedAt,
            String actor,
            String event,
            String stream,
            long version,
            ObjectNode data) {}

    private final ArchiveFile file;
    private final Manifest manifest;

    private Archive(ArchiveFile file, Manifest manifest) {
        this.file = file;
        this.manifest = manifest;
    }

    /**
     * Reads all of it, and compares each file with what the manifest says.
     *
     * @throws CommandRejected with an {@link ArchiveRejection}
     */
    static Archive verified(ArchiveFile file) throws IOException {
        Map<String, Entry> found = new HashMap<>();
        byte[][] manifest = {new byte[0]};
        long[] unpacked = {0};
        long most = SMALL + RATIO_MAX * file.bytes();
        eachEntry(file, (name, content) -> {
            Measured measured = new Measured(content, unpacked, most);
            if (name.equals(MANIFEST)) {
                manifest[0] = bounded(measured, MANIFEST_BYTES_MAX);
            } else {
                measured.transferTo(java.io.OutputStream.nullOutputStream());
                require(found.put(name, measured.entry(name)) == null, ArchiveRejection.ARCHIVE_DAMAGED);
            }
        });
        require(manifest[0].length > 0, ArchiveRejection.NOT_AN_ARCHIVE);
        Archive archive = new Archive(file, manifest(manifest[0]));
        archive.requireSame(found);
        return archive;
    }

    private static Manifest manifest(byte[] json) {
        Manifest manifest;
        try {
            manifest = JSON.readValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw new CommandRejected(ArchiveRejection.NOT_AN_ARCHIVE);
        }
        require(manifest.format() == FORMAT, ArchiveRejection.ARCHIVE_OF_OTHER_FORMAT);
        require(manifest.tenant() != null && manifest.files() != null, ArchiveRejection.NOT_AN_ARCHIVE);
        return manifest;
    }

    private void requireSame(Map<String, Entry> found) {
        require(found.containsKey(EVENTS), ArchiveRejection.NOT_AN_ARCHIVE);
        require(found.size() == manifest.files().size(), ArchiveRejection.ARCHIVE_DAMAGED);
        for (Entry said : manifest.files()) {
            Entry there = found.get(said.name());
            require(
                    there != null
                            && there.bytes() == said.bytes()
                            && there.sha256().equals(said.sha256()),
                    ArchiveRejection.ARCHIVE_DAMAGED);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    List<Entry> attachments() {
        return manifest.files().stream().filter(Entry::isAttachment).toList();
    }

    /** Hands over its log, line by line, the oldest first. */
    void events(Consumer<Line> each) throws IOException {
        eachEntry(file, (name, content) -> {
            if (name.equals(EVENTS)) {
                for (byte[] line = line(content); line.length > 0; line = line(content)) {
                    each.accept(parsed(line));
                }
            }
        });
    }

    /** Hands over its photos and receipts. */
    void contents(BiConsumer<Entry, byte[]> each) throws IOException {
        Map<String, Entry> attachments = new HashMap<>();
        attachments().forEach(entry -> attachments.put(entry.name(), entry));
        eachEntry(file, (name, content) -> {
            Entry entry = attachments.get(name);
            if (entry != null) {
                each.accept(entry, bounded(content, ATTACHMENT_BYTES_MAX));
            }
        });
    }

    private interface EntryReader {
        void read(String name, InputStream content) throws IOException;
    }

    private static void eachEntry(ArchiveFile file, EntryReader reader) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(file.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                reader.read(entry.getName(), zip);
            }
        } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
            throw new CommandRejected(ArchiveRejection.ARCHIVE_DAMAGED);
        }
    }

    private static byte[] bounded(InputStream content, int most) throws IOException {
        byte[] bytes = content.readNBytes(most + 1);
        require(bytes.length <= most, ArchiveRejection.ARCHIVE_TOO_LARGE);
        return bytes;
    }

    /** The next line without its end; empty after the last one. */
    private static byte[] line(InputStream content) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = content.read(); next >= 0 && next != '\n'; next = content.read()) {
            line.write(next);
            require(line.size() <= LINE_BYTES_MAX, ArchiveRejection.ARCHIVE_UNREADABLE);
        }
        return line.toByteArray();
    }

    private static Line parsed(byte[] json) {
        try {
            Line line = JSON.readValue(json, Line.class);
            boolean whole = line.recordedAt() != null
                    && line.actor() != null
                    && line.event() != null
                    && line.stream() != null
                    && line.data() != null;
            require(whole, ArchiveRejection.ARCHIVE_UNREADABLE);
            return line;
        } catch (JacksonException e) {
            throw new CommandRejected(ArchiveRejection.ARCHIVE_UNREADABLE);
        }
    }

    /** An entry while it is read, with its length and its hash; what all entries unpack to is bounded. */
    private static final class Measured extends DigestInputStream {

        private final long[] unpacked;
        private final long most;
        private long bytes;

        Measured(InputStream content, long[] unpacked, long most) {
            super(content, sha256());
            this.unpacked = unpacked;
            this.most = most;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            if (read > 0) {
                bytes += read;
                unpacked[0] += read;
                require(unpacked[0] <= most, ArchiveRejection.ARCHIVE_TOO_LARGE);
            }
            return read;
        }

        Entry entry(String name) {
            return new Entry(
                    name, bytes, HexFormat.of().formatHex(getMessageDigest().digest()), null);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }
    }
}
