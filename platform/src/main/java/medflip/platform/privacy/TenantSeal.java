package medflip.platform.privacy;

import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/**
 * Encrypts what is no event but a tenant's all the same: an uploaded file, a secret of an outside service. What is
 * about a person stands under that person's key, and is forgotten with them.
 */
public interface TenantSeal {

    /** @param purpose what this is, bound to the result: it opens only under the same tenant and purpose */
    byte[] sealForTenant(TenantId tenant, String purpose, byte[] plaintext);

    /**
     * @throws IllegalArgumentException if it was sealed for another tenant or purpose, or was changed
     * @throws medflip.platform.command.CommandRejected if the tenant was erased
     * @throws KeyMissing if the tenant's key is lost
     */
    byte[] openForTenant(TenantId tenant, String purpose, byte[] sealed);

    /**
     * The same under a person's key.
     *
     * @throws medflip.platform.command.CommandRejected if the person, or the tenant, was erased
     */
    byte[] sealForSubject(DataSubject subject, String purpose, byte[] plaintext);

    /**
     * @param subject as {@link Keyring#nameOf} says it
     * @throws IllegalArgumentException if it was sealed for another subject or purpose, or was changed
     * @throws medflip.platform.command.CommandRejected if the person, or the tenant, was erased
     * @throws KeyMissing if the person's key is lost
     */
    byte[] openForSubject(TenantId tenant, String subject, String purpose, byte[] sealed);
}
