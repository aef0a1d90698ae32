package medflip.imports.write;

import static medflip.platform.command.Rejection.require;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/**
 * An archive that is being brought, on disk while it is read several times. Its key is in memory alone, so nobody can
 * read what a crash leaves behind. What was altered on disk is found by the archive's own hashes.
 */
final class ArchiveFile implements AutoCloseable {

    private static final long BYTES_MAX = 2L << 30;
    private static final int BUFFER = 1 << 16;
    private static final String CIPHER = "AES/CTR/NoPadding";

    private final Path path;
    private final SecretKey key;
    private final byte[] start;
    private final long bytes;

    private ArchiveFile(Path path, SecretKey key, byte[] start, long bytes) {
        this.path = path;
        this.key = key;
        this.start = start;
        this.bytes = bytes;
    }

    /** @throws medflip.platform.command.CommandRejected if it is too large */
    static ArchiveFile of(InputStream content) throws IOException {
        Path path = Files.createTempFile("archive-", ".sealed");
        try {
            SecretKey key = KeyGenerator.getInstance("AES").generateKey();
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return new ArchiveFile(path, key, cipher.getIV(), keep(content, path, cipher));
        } catch (GeneralSecurityException e) {
            Files.delete(path);
            throw new IllegalStateException("Every JDK has AES", e);
        } catch (IOException | RuntimeException e) {
            Files.delete(path);
            throw e;
        }
    }

    private static long keep(InputStream content, Path path, Cipher cipher) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out =
                new CipherOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER), cipher)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                require(bytes <= BYTES_MAX, ArchiveRejection.ARCHIVE_TOO_LARGE);
                out.write(buffer, 0, read);
            }
        }
        return bytes;
    }

    long bytes() {
        return bytes;
    }

    InputStream open() throws IOException {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(start));
            return new BufferedInputStream(new CipherInputStream(Files.newInputStream(path), cipher), BUFFER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
