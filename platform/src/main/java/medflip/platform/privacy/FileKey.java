package medflip.platform.privacy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * The key of one large file (AES-256-GCM in segments of a mebibyte): who destroys it has destroyed the file, wherever a
 * copy of that lies. A file that was cut off, changed, or put in another one's place doesn't open.
 */
public final class FileKey {

    private final KeysetHandle keyset;

    private FileKey(KeysetHandle keyset) {
        this.keyset = keyset;
    }

    public static FileKey make() {
        try {
            StreamingAeadConfig.register();
            return new FileKey(KeysetHandle.generateNew(
                    PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A file's key can't be made", e);
        }
    }

    /** @throws IllegalArgumentException if it isn't the key of that file, wrapped under this root key */
    public static FileKey unwrap(String wrapped, RootKey root, String file) {
        try {
            StreamingAeadConfig.register();
            return new FileKey(TinkProtoKeysetFormat.parseKeyset(
                    root.unwrap(wrapped, file), InsecureSecretKeyAccess.get(), RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not the key of a file", e);
        }
    }

    /** The key as a text that opens nothing without the root key. */
    public String wrap(RootKey root, String file) {
        try {
            return root.wrap(
                    TinkProtoKeysetFormat.serializeKeyset(
                            keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get()),
                    file);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A file's key can't be wrapped", e);
        }
    }

    /** Seals what is written; only what was closed is whole. */
    public OutputStream sealing(OutputStream sealed, String file) throws IOException {
        try {
            return primitive().newEncryptingStream(sealed, Binding.of("file", file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A file can't be sealed", e);
        }
    }

    /** Opens what is read; each read fails with an {@link IOException} where it isn't as it was sealed. */
    public InputStream opening(InputStream sealed, String file) throws IOException {
        try {
            return primitive().newDecryptingStream(sealed, Binding.of("file", file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A file can't be opened", e);
        }
    }

    private StreamingAead primitive() throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }
}
