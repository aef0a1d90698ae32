package medflip.platform.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import medflip.platform.export.ExportStore.Run;

/** Where an archive is written to: every megabyte becomes a sealed part of its own. */
public final class SealedParts extends OutputStream {

    private static final int PART_BYTES = 1 << 20;

    private final ArchiveParts archive;
    private final Run run;
    private final MessageDigest digest;
    private final byte[] part = new byte[PART_BYTES];
    private int filled;
    private int parts;
    private long bytes;

    public SealedParts(ArchiveParts archive, Run run) {
        this.archive = archive;
        this.run = run;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] given, int from, int length) {
        digest.update(given, from, length);
        bytes += length;
        int next = from;
        int left = length;
        while (left > 0) {
            int fitting = Math.min(left, PART_BYTES - filled);
            System.arraycopy(given, next, part, filled, fitting);
            filled += fitting;
            next += fitting;
            left -= fitting;
            if (filled == PART_BYTES) {
                keep();
            }
        }
    }

    private void keep() {
        archive.add(run, parts, java.util.Arrays.copyOf(part, filled));
        parts++;
        filled = 0;
    }

    /** Keeps the last part; nothing is written after this. */
    @Override
    public void close() throws IOException {
        if (filled > 0) {
            keep();
        }
    }

    int parts() {
        return parts;
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
