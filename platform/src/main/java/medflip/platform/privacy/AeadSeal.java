package medflip.platform.privacy;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Optional;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;

/** The seal under the keys of the keyring. */
final class AeadSeal implements TenantSeal {

    private final Keyring keyring;

    AeadSeal(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public byte[] sealForTenant(TenantId tenant, String purpose, byte[] plaintext) {
        return seal(keyring.forWriting(tenant), plaintext, binding(tenant, purpose));
    }

    @Override
    public byte[] openForTenant(TenantId tenant, String purpose, byte[] sealed) {
        return open(keyring.forReading(tenant), sealed, binding(tenant, purpose));
    }

    @Override
    public byte[] sealForSubject(DataSubject subject, String purpose, byte[] plaintext) {
        byte[] binding = binding(subject.tenantId(), Keyring.nameOf(subject), purpose);
        return seal(keyring.forWriting(subject), plaintext, binding);
    }

    @Override
    public byte[] openForSubject(TenantId tenant, String subject, String purpose, byte[] sealed) {
        return open(keyring.forReading(tenant, subject, Keyring.MAIN), sealed, binding(tenant, subject, purpose));
    }

    private static byte[] seal(Aead key, byte[] plaintext, byte[] binding) {
        try {
            return key.encrypt(plaintext, binding);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    private static byte[] open(Optional<Aead> key, byte[] sealed, byte[] binding) {
        try {
            return key.orElseThrow(() -> new CommandRejected(PrivacyRejection.SUBJECT_ERASED))
                    .decrypt(sealed, binding);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not sealed for this owner and purpose, or changed since", e);
        }
    }

    private static byte[] binding(TenantId tenant, String purpose) {
        return Binding.of("sealed", tenant.toString(), purpose);
    }

    private static byte[] binding(TenantId tenant, String subject, String purpose) {
        return Binding.of("sealed", tenant.toString(), subject, purpose);
    }
}
