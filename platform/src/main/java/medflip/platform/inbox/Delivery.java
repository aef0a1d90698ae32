package medflip.platform.inbox;

import medflip.kernel.TenantId;

/**
 * What a service delivered.
 *
 * @param key how the service calls this delivery: a repeat has the same; ids only, never personal data
 * @param kind what it is, such as {@code message}
 * @param content as it came, already shown to be the service's
 */
public record Delivery(TenantId tenant, String provider, String key, String kind, byte[] content) {}
