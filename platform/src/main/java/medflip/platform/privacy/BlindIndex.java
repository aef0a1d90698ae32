package medflip.platform.privacy;

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

    /** The same in hex. */
    String hex(TenantId tenant, String purpose, String value);
}
