package medflip.accounts.read.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A zip file that is written as it is made, and knows what it holds. */
final class Archive {

    /**
     * What was put in: its length, the SHA-256 of it in hex, and of a photo or receipt whom it is about, if anybody.
     */
    record Entry(
            String name,
            long bytes,
            String sha256,
            @Nullable String about) {}

    /** Writes one entry. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();

    Archive(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    List<Entry> entries() {
        return entries;
    }

    void add(String name, byte[] bytes) {
        add(name, out -> out.write(bytes));
    }

    void add(String name, Content content) {
        add(name, null, content);
    }

    void add(String name, @Nullable String about, Content content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            Counted out = new Counted(zip);
            content.writeTo(out);
            zip.closeEntry();
            entries.add(new Entry(
                    name,
                    out.count,
                    HexFormat.of().formatHex(out.getMessageDigest().digest()),
                    about));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the archive. One that broke off never gets its end, so that it doesn't look whole. */
    void end() throws IOException {
        zip.finish();
        zip.flush();
    }

    private static final class Counted extends DigestOutputStream {

        private long count;

        Counted(OutputStream out) {
            super(out, sha256());
        }

        @Override
        public void write(int b) throws IOException {
            super.write(b);
            count++;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            super.write(b, off, len);
            count += len;
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
