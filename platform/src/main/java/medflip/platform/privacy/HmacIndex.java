package medflip.platform.privacy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import medflip.kernel.TenantId;

/** The blind index under the keyring's own hash keys; they are never rotated, or nothing would be found again. */
final class HmacIndex implements BlindIndex {

    private static final int BYTES = 32;

    private final Keyring keyring;

    HmacIndex(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public byte[] global(String purpose, String value) {
        return of(TenantId.SERVICE, purpose, value);
    }

    @Override
    public byte[] of(TenantId tenant, String purpose, String value) {
        try {
            return keyring.index(tenant).computePrimary(Binding.of(purpose, value), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyed hash can't be made", e);
        }
    }

    @Override
    public String hex(TenantId tenant, String purpose, String value) {
        return HexFormat.of().formatHex(of(tenant, purpose, value));
    }
}
