package medflip.accounts.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import medflip.kernel.TenantId;
import medflip.platform.privacy.BlindIndex;

/** Tokens that are always the same. */
final class ExampleIndex implements BlindIndex {

    @Override
    public byte[] global(String purpose, String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((purpose + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] of(TenantId tenant, String purpose, String value) {
        return global(purpose, tenant + value);
    }

    @Override
    public String hex(TenantId tenant, String purpose, String value) {
        return new String(of(tenant, purpose, value), StandardCharsets.ISO_8859_1);
    }
}
