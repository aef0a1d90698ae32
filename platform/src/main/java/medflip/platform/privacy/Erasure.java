package medflip.platform.privacy;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/**
 * Forgets a person, or a whole tenant, by destroying keys (policy promises P7, P8): what was written about them stays
 * where it is, for nobody to read. Each step is repeatable; one that fails throws, so that a partial run is never taken
 * for a whole one. Run it again then.
 *
 * <p>A deleted row's bytes stay in the table's pages, the write-ahead log and older backups for a while. They are
 * wrapped keys, of no use without the tenant's key and the root key. So erasure is complete when backups of the keys
 * database from before it have run out (29 days) and the table was rewritten: {@code VACUUM FULL keyring.subject_key,
 * keyring.tenant_key}. A new epoch of the {@link RootKey}, and taking the old one away, ends every older copy at once.
 * A backup of the keys database that is restored brings keys back; so each erasure is in the {@link ErasureLedger}
 * before its keys are destroyed, and who is in there alone is erased again ({@link #undone}).
 */
public final class Erasure {

    private final Keyring keyring;
    private final ErasureLedger ledger;
    private final Consumer<TenantId> caches;

    /** Where nothing remembers values in clear. */
    public Erasure(Keyring keyring, ErasureLedger ledger) {
        this(keyring, ledger, tenant -> {});
    }

    /** @param caches called after keys of a tenant are gone: whatever remembers values in clear forgets them then */
    public Erasure(Keyring keyring, ErasureLedger ledger, Consumer<TenantId> caches) {
        this.keyring = keyring;
        this.ledger = ledger;
        this.caches = caches;
    }

    /**
     * That an erasure is done.
     *
     * @param fencedAt since when nothing about the subject can be read or written
     * @param destroyedKeys how many keys were destroyed, earlier runs of the same erasure included; 0 if nothing had
     *     ever been written about the subject
     * @param fingerprints of these keys: the SHA-256 of each as it was stored, in hex
     */
    public record Erased(Instant fencedAt, int destroyedKeys, List<String> fingerprints) {}

    /** @throws IllegalArgumentException if the subject is another tenant's */
    public Erased eraseSubject(TenantId tenant, DataSubject subject) {
        if (!subject.tenantId().equals(tenant)) {
            throw new IllegalArgumentException("Not a subject of tenant " + tenant + ": " + subject.value());
        }
        return erase(tenant, Keyring.nameOf(subject));
    }

    /** @param subject as {@link Keyring#nameOf} says it */
    public Erased eraseSubject(TenantId tenant, String subject) {
        if (subject.equals(Keyring.EVERYBODY)) {
            throw new IllegalArgumentException("Everybody is no subject");
        }
        return erase(tenant, subject);
    }

    /** Whether somebody was. */
    public boolean isErased(DataSubject subject) {
        return keyring.isErased(subject);
    }

    /** Erases everybody of a tenant, and everything under the tenant's own key; hashes of the tenant end too. */
    public Erased eraseTenant(TenantId tenant) {
        return erase(tenant, Keyring.EVERYBODY);
    }

    /**
     * Who was erased by the ledger and isn't by the databases, since older copies of them were put in their place; by
     * tenant, as {@link Keyring#nameOf} says them. {@link #isEverybody} tells which name is a whole tenant.
     */
    public Map<TenantId, Set<String>> undone() {
        Set<ErasureLedger.Erased> undone = new LinkedHashSet<>(ledger.erased());
        keyring.fences().forEach(fence -> undone.remove(fence.whose()));
        return undone.stream()
                .collect(Collectors.groupingBy(
                        ErasureLedger.Erased::tenant,
                        Collectors.mapping(
                                ErasureLedger.Erased::subject,
                                Collectors.<String, Set<String>>toCollection(TreeSet::new))));
    }

    /** Erases again somebody who is {@link #undone}. */
    public void again(TenantId tenant, String subject) {
        erase(tenant, subject);
    }

    /** Whether the name is that of a whole tenant. */
    public static boolean isEverybody(String subject) {
        return subject.equals(Keyring.EVERYBODY);
    }

    private Erased erase(TenantId tenant, String subject) {
        Instant fencedAt = keyring.fence(tenant, subject);
        ledger.add(tenant, subject, fencedAt);
        int destroyed = keyring.destroy(tenant, subject);
        keyring.forget(tenant, subject);
        caches.accept(tenant);
        return new Erased(fencedAt, destroyed, keyring.fingerprints(tenant, subject));
    }
}
