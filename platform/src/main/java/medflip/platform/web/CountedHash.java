package medflip.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import medflip.platform.web.PastFiles.Written;

/** Counts and hashes what passes. */
final class CountedHash extends DigestOutputStream {

    private long count;

    CountedHash(OutputStream out) {
        super(out, sha());
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        super.write(b);
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        super.write(bytes, offset, length);
        count += length;
    }

    Written written() {
        return new Written(count, HexFormat.of().formatHex(getMessageDigest().digest()));
    }
}
