package medflip.platform.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import medflip.platform.privacy.FileKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file of a backup: sealed, in it gzip, in it a head, tables, and a tail. A table is its form, its rows as COPY
 * writes them in pieces, how many there are, and their SHA-256.
 */
final class BackupFile {

    private static final String FORM = "medflip-backup-1";
    private static final int PIECE = 65_536;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BackupFile() {}

    /**
     * @param file its own name, so that it can't be taken for another
     * @param version of the software that made it
     * @param migrations that the database had been through, each with its checksum
     */
    record Head(String file, Instant madeAt, String version, List<String> migrations) {}

    /** @param views what people saw then; null where that isn't known */
    record Tail(int tables, long rows, @Nullable ViewFigures views) {}

    /** Where rows are read and copied nowhere. */
    static final long LOOKED_AT = -1;

    /** How rows get from a database into a file, or the other way; answers how many, or {@link #LOOKED_AT}. */
    interface Copy<S> {
        long run(CopiedTable table, S stream) throws Exception;
    }

    /** Writes one. */
    static final class Writer implements AutoCloseable {

        private final DataOutputStream out;
        private int tables;
        private long rows;

        Writer(Path path, FileKey key, Head head) throws IOException {
            out = new DataOutputStream(new GZIPOutputStream(
                    key.sealing(new BufferedOutputStream(Files.newOutputStream(path), PIECE), head.file()), PIECE));
            out.writeUTF(FORM);
            json(head);
        }

        void table(CopiedTable table, Copy<OutputStream> copy) throws Exception {
            out.writeBoolean(true);
            json(table);
            MessageDigest digest = sha256();
            long copied = copy.run(table, new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    write(new byte[] {(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    if (length > 0) {
                        digest.update(bytes, from, length);
                        out.writeInt(length);
                        out.write(bytes, from, length);
                    }
                }
            });
            out.writeInt(0);
            out.writeLong(copied);
            out.write(digest.digest());
            tables++;
            rows += copied;
        }

        void end(@Nullable ViewFigures views) throws IOException {
            out.writeBoolean(false);
            json(new Tail(tables, rows, views));
        }

        private void json(Object value) throws IOException {
            byte[] bytes = JSON.writeValueAsBytes(value);
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads one; whatever isn't as it was written ends in an {@link IOException}. */
    static final class Reader implements AutoCloseable {

        private final DataInputStream in;
        private final Head head;
        private int tables;
        private long rows;

        Reader(Path path, FileKey key, String file) throws IOException {
            in = new DataInputStream(new GZIPInputStream(
                    key.opening(new BufferedInputStream(Files.newInputStream(path), PIECE), file), PIECE));
            if (!in.readUTF().equals(FORM)) {
                throw new IOException("another form");
            }
            head = json(Head.class);
        }

        Head head() {
            return head;
        }

        /** Reads all tables, and answers the tail. */
        Tail tables(Copy<InputStream> copy) throws Exception {
            while (in.readBoolean()) {
                CopiedTable table = json(CopiedTable.class);
                Pieces pieces = new Pieces();
                long copied = copy.run(table, pieces);
                pieces.skipRest();
                long expected = in.readLong();
                if (copied != LOOKED_AT && copied != expected) {
                    throw new IOException("another number of rows in " + table.name());
                }
                if (!Arrays.equals(in.readNBytes(32), pieces.digest.digest())) {
                    throw new IOException("other rows in " + table.name());
                }
                tables++;
                rows += expected;
            }
            Tail tail = json(Tail.class);
            if (tail.tables() != tables || tail.rows() != rows || in.read() >= 0) {
                throw new IOException("another number of tables or rows");
            }
            return tail;
        }

        private <T> T json(Class<T> type) throws IOException {
            int length = in.readInt();
            byte[] bytes = in.readNBytes(length);
            if (bytes.length != length) {
                throw new EOFException();
            }
            return JSON.readValue(bytes, type);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        /** The rows of one table. */
        private final class Pieces extends InputStream {

            private final MessageDigest digest = sha256();
            private int left = -1;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (left == 0) {
                    return -1;
                }
                if (left < 0) {
                    left = in.readInt();
                    if (left == 0) {
                        return -1;
                    }
                }
                int some = in.read(bytes, from, Math.min(length, left));
                if (some < 0) {
                    throw new EOFException();
                }
                digest.update(bytes, from, some);
                left -= some;
                if (left == 0) {
                    left = -1;
                }
                return some;
            }

            void skipRest() throws IOException {
                byte[] bytes = new byte[PIECE];
                while (read(bytes, 0, PIECE) >= 0) {}
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
