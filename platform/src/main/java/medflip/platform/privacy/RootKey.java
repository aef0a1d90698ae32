package medflip.platform.privacy;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The key that wraps the tenants' keys. It is never in a database, so that no dump or backup of one opens anything. It
 * has epochs, counted from 1: the highest wraps, the others still open what they wrapped before.
 *
 * <p>Written as text: an entry an epoch, {@code <epoch>:<32 bytes in Base64>}, with white space or commas between; an
 * entry without a number is epoch 1. To rotate, add {@code 2:…} and start again (where there are several nodes: stop
 * all, then start all); when every backup from before has run out, take the entry of epoch 1 away, and nothing that was
 * wrapped under it can be opened by anybody any more.
 */
public final class RootKey {

    /** Where it stands in the data folder, if it isn't given. */
    static final String FILE = "root.key";

    private static final int BYTES = 32;

    private final NavigableMap<Integer, Aead> epochs;

    private RootKey(NavigableMap<Integer, Aead> epochs) {
        this.epochs = epochs;
    }

    /** @throws IllegalArgumentException if the text isn't in the form above; the message never holds the text */
    public static RootKey parse(String text) {
        NavigableMap<Integer, Aead> epochs = new TreeMap<>();
        for (String entry : text.strip().split("[\\s,]+")) {
            int colon = entry.indexOf(':');
            int epoch = colon < 0 ? 1 : epoch(entry.substring(0, colon));
            if (epochs.put(epoch, aead(entry.substring(colon + 1))) != null) {
                throw new IllegalArgumentException("The root key names epoch " + epoch + " twice.");
            }
        }
        return new RootKey(epochs);
    }

    /**
     * The key that is there already, by the settings or in the data folder.
     *
     * @throws IllegalStateException if there is none
     */
    public static RootKey existing(Environment settings) {
        String given = settings.getProperty("medflip.keys.root", "");
        if (!given.isBlank()) {
            return parse(given);
        }
        Path file = Path.of(settings.getProperty("medflip.data", "data"), FILE);
        if (!Files.exists(file)) {
            throw new IllegalStateException("There is no root key: put that of the system that was backed up at " + file
                    + ", or give it as medflip.keys.root. Nothing was changed.");
        }
        return fromFile(file);
    }

    /** Reads the key from a file, which is made, with a new key and for its owner's eyes alone, where there is none. */
    public static RootKey fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, "1:" + random() + "\n");
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int epoch() {
        return epochs.lastKey();
    }

    Aead newest() {
        return epochs.lastEntry().getValue();
    }

    /** The key of an epoch, or null where it isn't known (any more). */
    @Nullable
    Aead of(int epoch) {
        return epochs.get(epoch);
    }

    /**
     * A secret as a text that this key alone opens: {@code <epoch>:<Base64>}.
     *
     * @param what it is, bound to the text
     */
    public String wrap(byte[] secret, String what) {
        try {
            byte[] wrapped = newest().encrypt(secret, Binding.of("under-root", what));
            return epoch() + ":" + Base64.getEncoder().encodeToString(wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The root key can't wrap", e);
        }
    }

    /** @throws IllegalArgumentException if it was wrapped under another root key, as something else, or was changed */
    public byte[] unwrap(String wrapped, String what) {
        Aead key = of(epochOf(wrapped));
        try {
            if (key != null) {
                return key.decrypt(
                        Base64.getDecoder().decode(wrapped.substring(wrapped.indexOf(':') + 1)),
                        Binding.of("under-root", what));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not wrapped under this root key, or changed since", e);
        }
        throw new IllegalArgumentException("Wrapped under another epoch than " + this);
    }

    /** Whether a text that was wrapped is so under the newest epoch. */
    boolean isNewest(String wrapped) {
        return epochOf(wrapped) == epoch();
    }

    private static int epochOf(String wrapped) {
        return epoch(wrapped.substring(0, Math.max(0, wrapped.indexOf(':'))));
    }

    /** Names the epochs only, so that no log line ever holds the key. */
    @Override
    public String toString() {
        return "RootKey" + epochs.keySet();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static int epoch(String text) {
        try {
            int epoch = Integer.parseInt(text);
            if (epoch > 0) {
                return epoch;
            }
        } catch (NumberFormatException e) {
            // Said below, without the text, in which a key might stand.
        }
        throw new IllegalArgumentException("An epoch of the root key is a number from 1 up.");
    }

    @AccessesPartialKey // A root key is born outside of Tink.
    private static Aead aead(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A root key is " + BYTES + " bytes in Base64.");
        }
        try {
            AeadConfig.register();
            AesGcmKey key = AesGcmKey.builder()
                    .setParameters(AesGcmParameters.builder()
                            .setKeySizeBytes(BYTES)
                            .setIvSizeBytes(12)
                            .setTagSizeBytes(16)
                            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                            .build())
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                    .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The root key can't be used", e);
        }
    }
}
