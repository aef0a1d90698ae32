package medflip.platform.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who was erased, in a file outside of the databases, so that a backup of these that is put back brings nobody back. It
 * holds ids alone. Each line is JSON, a tab and an Ed25519 signature (RFC 8032, Base64) over the JSON; it has a number
 * and the SHA-256 of the line before, so none can be changed, left out or put in. The key that signs is a line of its
 * own, wrapped under the {@link RootKey} together with all that stands before it: whoever has the root key, and nobody
 * else, can go on with the file. What a power cut left of a last line is written anew.
 */
public final class ErasureLedger implements KeptInFiles {

    private static final String ALGORITHM = "Ed25519";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param subject as {@link Keyring#nameOf} says it, or {@link Keyring#EVERYBODY} */
    record Erased(TenantId tenant, String subject) {}

    /**
     * Either somebody who was erased, or the key that signs from here on.
     *
     * @param previous SHA-256, in hex, of the line before; empty in the first
     */
    private record Line(
            int number,
            String at,
            @Nullable UUID tenant,
            @Nullable String subject,
            @Nullable String publicKey,
            @Nullable String sealedKey,
            String previous) {}

    private final Path file;
    private final RootKey root;
    private final Set<Erased> erased = new LinkedHashSet<>();
    private long read;
    private int lines;
    private String previous = "";
    private @Nullable Line key;

    private ErasureLedger(Path file, RootKey root) {
        this.file = file;
        this.root = root;
    }

    /** Where it is: {@code medflip.backup.ledger}, else in the data folder. */
    public static Path place(Environment settings) {
        String given = settings.getProperty("medflip.backup.ledger", "");
        return given.isBlank()
                ? Path.of(settings.getProperty("medflip.data", "data"), "erasures.ledger")
                : Path.of(given);
    }

    /**
     * Reads the file and checks every line of it; makes it where there is none.
     *
     * @throws IllegalStateException if a line isn't as it was signed, or was signed under another root key
     */
    public static ErasureLedger open(Path file, RootKey root) {
        ErasureLedger ledger = new ErasureLedger(file, root);
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ledger.locked(channel -> {
            Line key = ledger.key;
            if (key == null || !root.isNewest(Objects.requireNonNull(key.sealedKey()))) {
                ledger.signWithNewKey(channel);
            }
        });
        return ledger;
    }

    /** Notes, on disk before it returns, that somebody is erased; does nothing if that was noted before. */
    void add(TenantId tenant, String subject, Instant at) {
        locked(channel -> {
            if (!erased.contains(new Erased(tenant, subject))) {
                append(
                        channel,
                        new Line(lines + 1, at.toString(), tenant.value(), subject, null, null, previous),
                        signing());
            }
        });
    }

    /** Everybody who was ever erased. */
    Set<Erased> erased() {
        locked(channel -> Objects.requireNonNull(channel));
        synchronized (this) {
            return Set.copyOf(erased);
        }
    }

    @Override
    public String holds() {
        return "ledger of erasures";
    }

    @Override
    public long lines(Predicate<String> says) {
        return KeptInFiles.count(file, says);
    }

    private interface Work {
        void on(FileChannel channel) throws IOException, GeneralSecurityException;
    }

    /** One process at a time, each after it has read what others wrote. */
    private synchronized void locked(Work work) {
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Objects.requireNonNull(lock);
            catchUp(channel);
            work.on(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The ledger of erasures can't be signed", e);
        }
    }

    private void catchUp(FileChannel channel) throws IOException, GeneralSecurityException {
        if (channel.size() < read) {
            throw new IllegalStateException("The ledger of erasures " + file + " got shorter while it was in use.");
        }
        channel.position(read);
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - read));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        Line former = key;
        for (byte each : bytes.array()) {
            if (each == '\n') {
                accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(each);
            }
        }
        if (!Objects.equals(former, key)) {
            signing();
        }
    }

    private void accept(String text) throws GeneralSecurityException {
        int tab = text.indexOf('\t');
        Line line = tab < 0 ? null : parsed(text.substring(0, tab));
        if (line == null || line.number() != lines + 1 || !line.previous().equals(previous)) {
            throw broken();
        }
        Line signer = line.publicKey() == null ? key : line;
        if (signer == null || !isSigned(text.substring(0, tab), text.substring(tab + 1), signer)) {
            throw broken();
        }
        key = signer;
        if (line.tenant() != null && line.subject() != null) {
            erased.add(new Erased(new TenantId(line.tenant()), line.subject()));
        }
        lines++;
        previous = hash(text);
        read += text.getBytes(StandardCharsets.UTF_8).length + 1;
    }

    private static @Nullable Line parsed(String json) {
        try {
            return JSON.readValue(json, Line.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private IllegalStateException broken() {
        return new IllegalStateException("Line " + (lines + 1) + " of the ledger of erasures " + file
                + " isn't as it was signed. Put a whole copy of it in its place, then start again.");
    }

    private void signWithNewKey(FileChannel channel) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        String publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        String sealed = root.wrap(pair.getPrivate().getEncoded(), binding(publicKey, previous));
        append(
                channel,
                new Line(lines + 1, Instant.now().toString(), null, null, publicKey, sealed, previous),
                pair.getPrivate());
    }

    private void append(FileChannel channel, Line line, PrivateKey by) throws IOException, GeneralSecurityException {
        String json = JSON.writeValueAsString(line);
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(by);
        signature.update(json.getBytes(StandardCharsets.UTF_8));
        String text = json + "\t" + Base64.getEncoder().encodeToString(signature.sign());
        channel.truncate(read);
        channel.position(read);
        ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
        accept(text);
    }

    private PrivateKey signing() throws GeneralSecurityException {
        Line signer = Objects.requireNonNull(key);
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(root.unwrap(
                            Objects.requireNonNull(signer.sealedKey()),
                            binding(Objects.requireNonNull(signer.publicKey()), signer.previous()))));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The ledger of erasures " + file + " was signed under another root key. Put the one that belongs"
                            + " to this system in its place, or the right root key, then start again.",
                    e);
        }
    }

    private static boolean isSigned(String json, String signature, Line by) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(Objects.requireNonNull(by.publicKey()))));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(json.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String binding(String publicKey, String previous) {
        return "erasure-ledger " + publicKey + " " + previous;
    }

    private static String hash(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
