package medflip.platform.privacy;

import java.nio.ByteBuffer;
import java.util.UUID;
import medflip.kernel.TenantId;

/**
 * Keyed hashes (HMAC-SHA-256) of values that must be found again without being stored in clear: a sign-in address, a
 * phone number, a request. Never part of an event. A different purpose gives a different hash.
 */
public interface BlindIndex {

    /** 32 bytes under the service's own key, for what must be found before a tenant is known. */
    byte[] global(String purpose, String value);

    /** 32 bytes under the tenant's key: two tenants' hashes of one value have nothing in common. */
    byte[] of(TenantId tenant, String purpose, String value);

    /** The same as an id: a UUID of version 8. */
    default UUID uuid(TenantId tenant, String purpose, String value) {
        ByteBuffer hash = ByteBuffer.wrap(of(tenant, purpose, value));
        long high = hash.getLong() & ~0x000000000000F000L | 0x0000000000008000L;
        long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The same in hex. */
    String hex(TenantId tenant, String purpose, String value);
}
