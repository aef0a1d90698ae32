package medflip.platform.privacy;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;

/** The seal under the tenant's own key of the keyring. */
final class AeadSeal implements TenantSeal {

    private final Keyring keyring;

    AeadSeal(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public byte[] sealForTenant(TenantId tenant, String purpose, byte[] plaintext) {
        try {
            return keyring.forWriting(tenant).encrypt(plaintext, binding(tenant, purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    @Override
    public byte[] openForTenant(TenantId tenant, String purpose, byte[] sealed) {
        Aead key = keyring.forReading(tenant).orElseThrow(() -> new CommandRejected(PrivacyRejection.SUBJECT_ERASED));
        try {
            return key.decrypt(sealed, binding(tenant, purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not sealed for this tenant and purpose, or changed since", e);
        }
    }

    private static byte[] binding(TenantId tenant, String purpose) {
        return Binding.of("sealed", tenant.toString(), purpose);
    }
}
