package medflip.platform.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;

/** Tink's keysets, as far as the keyring uses them: made, wrapped under another key, and opened again. */
final class Keysets {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Keysets() {}

    /** A new AES-256-GCM key. */
    static KeysetHandle newAead() throws GeneralSecurityException {
        return generate(PredefinedAeadParameters.AES256_GCM);
    }

    /** A new HMAC-SHA-256 key. */
    static KeysetHandle newPrf() throws GeneralSecurityException {
        return generate(PredefinedPrfParameters.HMAC_SHA256_PRF);
    }

    static byte[] wrap(KeysetHandle keyset, Aead under, byte[] binding) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, under, binding, RegistryConfiguration.get());
    }

    static KeysetHandle unwrap(byte[] wrapped, Aead under, byte[] binding) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, under, binding, RegistryConfiguration.get());
    }

    static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    static PrfSet prf(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    private static KeysetHandle generate(Parameters parameters) throws GeneralSecurityException {
        return KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
    }
}
