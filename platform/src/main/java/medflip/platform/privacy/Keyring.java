package medflip.platform.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.eventstore.GroupCommitter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of tenants and persons. A person's key is wrapped under the tenant's, the tenant's under the
 * {@link RootKey}; only wrapped keys are stored, in a database of their own. Opened keys are remembered for
 * {@link #REMEMBERED}, and less where somebody was erased by another node ({@link ErasedElsewhere}).
 */
public final class Keyring implements AutoCloseable {

    /** Purpose of the key under which stands what is said about a person. */
    public static final String MAIN = "main";

    static final Duration REMEMBERED = Duration.ofMinutes(2);
    /** Stands for all subjects of a tenant. */
    static final String EVERYBODY = "*";

    private static final Logger log = LoggerFactory.getLogger(Keyring.class);
    private static final int TENANTS_REMEMBERED = 10_000;
    private static final int SUBJECTS_REMEMBERED = 50_000;
    private static final int KEYS_A_COMMIT = 256;
    private static final int TENANT_PREFIX = 37;

    private record KeyName(TenantId tenant, String subject, String purpose) {}

    private record TenantKeys(Aead aead, PrfSet prf) {}

    private record TenantRow(
            @Nullable Integer rootEpoch, byte @Nullable [] wrappedAead, byte @Nullable [] wrappedPrf, boolean fenced) {}

    private record OldTenantRow(UUID tenantId, int rootEpoch, byte[] wrappedAead, byte[] wrappedPrf) {}

    private record SubjectRow(String subject, byte @Nullable [] wrapped, boolean fenced) {}

    /** A key that wants to be stored. */
    private record NewKey(KeyName name, byte[] wrapped) {}

    /** The key that holds once a new one was to be stored: the new one, or one that was there before. */
    private record HeldKey(byte @Nullable [] wrapped, boolean fenced) {}

    private final JdbcClient jdbc;
    private final RootKey root;
    /** Makes many people's keys durable in one commit: an import's first events wait for these. */
    private final GroupCommitter<NewKey, HeldKey> newKeys;
    /** An empty value is a tenant, or a subject, that was erased. */
    private final Cache<TenantId, Optional<TenantKeys>> tenants = Caffeine.newBuilder()
            .maximumSize(TENANTS_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    private final Cache<KeyName, Optional<Aead>> subjects = Caffeine.newBuilder()
            .maximumSize(SUBJECTS_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    private Keyring(DataSource keysDataSource, RootKey root) {
        this.jdbc = JdbcClient.create(keysDataSource);
        this.root = root;
        this.newKeys = new GroupCommitter<>("key-committer", KEYS_A_COMMIT, this::store);
    }

    /**
     * Opens the keyring, and wraps anew what an older epoch of the root key still wraps.
     *
     * @param keysDataSource connections as medflip_keys to the keys database
     * @throws IllegalStateException if the root key isn't the one that the keys were wrapped under
     */
    public static Keyring open(DataSource keysDataSource, RootKey root) {
        Keyring keyring = new Keyring(keysDataSource, root);
        try {
            keyring.rotateRoot();
            keyring.tenantForWriting(TenantId.SERVICE);
            return keyring;
        } catch (RuntimeException e) {
            keyring.close();
            throw e;
        }
    }

    /** How a subject is called within its tenant: {@code customer/<uuid>}. */
    public static String nameOf(DataSubject subject) {
        return subject.value().substring(TENANT_PREFIX);
    }

    /**
     * The key to write about a person with; made at first use.
     *
     * @throws CommandRejected with {@link PrivacyRejection#SUBJECT_ERASED} if the person, or the tenant, was erased
     */
    public Aead forWriting(DataSubject subject) {
        KeyName name = new KeyName(subject.tenantId(), nameOf(subject), MAIN);
        Optional<Aead> known = subjects.getIfPresent(name);
        return (known == null ? remember(name, findOrMake(name)) : known)
                .orElseThrow(() -> new CommandRejected(PrivacyRejection.SUBJECT_ERASED));
    }

    /**
     * The key to read about a person with; empty if the person, or the tenant, was erased.
     *
     * @param subject as {@link #nameOf} says it
     * @throws KeyMissing if there is no key, though nobody was erased
     */
    public Optional<Aead> forReading(TenantId tenant, String subject, String purpose) {
        KeyName name = new KeyName(tenant, subject, purpose);
        Optional<Aead> known = subjects.getIfPresent(name);
        if (known == null) {
            load(tenant, Set.of(subject), purpose);
            known = subjects.getIfPresent(name);
        }
        if (known == null) {
            throw alarm(tenant, subject);
        }
        return known;
    }

    /** Loads the keys of many subjects in one query, where a replay would otherwise ask for each. */
    public void prefetch(TenantId tenant, Collection<String> names) {
        Set<String> unknown = names.stream()
                .filter(subject -> subjects.getIfPresent(new KeyName(tenant, subject, MAIN)) == null)
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            load(tenant, unknown, MAIN);
        }
    }

    /**
     * Wraps anew, under the newest epoch of the root key, the keys of every tenant that another epoch wraps.
     * Repeatable; several nodes may do it at once.
     *
     * @return how many tenants' keys were wrapped anew
     * @throws IllegalStateException if the root key lacks an epoch, or isn't the one that wrapped
     */
    public int rotateRoot() {
        List<OldTenantRow> others = jdbc.sql("SELECT * FROM keyring.tenants_of_other_epochs(?)")
                .param(root.epoch())
                .query(OldTenantRow.class)
                .list();
        int rotated = 0;
        for (OldTenantRow row : others) {
            rotated += rewrap(row) ? 1 : 0;
        }
        return rotated;
    }

    /** The key for hashes by which a tenant's values are found; the service's own for {@link TenantId#SERVICE}. */
    PrfSet index(TenantId tenant) {
        return tenantForWriting(tenant).prf();
    }

    /** The tenant's own key, to encrypt what is about no single person; made at first use. */
    Aead forWriting(TenantId tenant) {
        return tenantForWriting(tenant).aead();
    }

    /** The tenant's own key, to decrypt; empty if the tenant was erased. */
    Optional<Aead> forReading(TenantId tenant) {
        return tenantForReading(tenant).map(TenantKeys::aead);
    }

    /** From here on the subject reads as erased, and nothing can be written about it. Answers since when. */
    Instant fence(TenantId tenant, String subject) {
        Timestamp fencedAt = jdbc.sql("SELECT keyring.raise_fence(?, ?)")
                .params(tenant.value(), subject)
                .query(Timestamp.class)
                .single();
        return fencedAt.toInstant();
    }

    /** Deletes every key behind a fence; answers how many were deleted there up to now. */
    int destroy(TenantId tenant, String subject) {
        return jdbc.sql("SELECT keyring.destroy_keys(?, ?)")
                .params(tenant.value(), subject)
                .query(Integer.class)
                .single();
    }

    /** Of the keys that were destroyed behind a fence: the SHA-256 of each as it was stored, in hex. */
    List<String> fingerprints(TenantId tenant, String subject) {
        return jdbc.sql("SELECT * FROM keyring.fingerprints(?, ?)")
                .params(tenant.value(), subject)
                .query(String.class)
                .list();
    }

    /** Somebody, or a whole tenant ({@link #EVERYBODY}), that was erased. */
    record Fence(UUID tenantId, String subject, Timestamp fenced) {

        TenantId tenant() {
            return new TenantId(tenantId);
        }

        Instant fencedAt() {
            return fenced.toInstant();
        }

        ErasureLedger.Erased whose() {
            return new ErasureLedger.Erased(tenant(), subject);
        }
    }

    /** Everybody who was erased, of all tenants. */
    List<Fence> fences() {
        return jdbc.sql("SELECT tenant_id, subject, fenced_at AS fenced FROM keyring.fences()")
                .query(Fence.class)
                .list();
    }

    /** When somebody was last erased, of all tenants. */
    Optional<Instant> newestFence() {
        return jdbc.sql("SELECT fenced FROM keyring.newest_fence() AS fenced WHERE fenced IS NOT NULL")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** How many rows of the keys database say one of these texts of a tenant's. */
    long rowsSaying(TenantId tenant, List<String> texts) {
        return jdbc.sql("SELECT keyring.rows_saying(?, ?)")
                .params(tenant.value(), texts.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Whether the person, or the tenant, was erased; true of nobody of whom nothing was ever written. */
    public boolean isErased(DataSubject subject) {
        KeyName name = new KeyName(subject.tenantId(), nameOf(subject), MAIN);
        Optional<Aead> known = subjects.getIfPresent(name);
        if (known == null) {
            load(name.tenant(), Set.of(name.subject()), MAIN);
            known = subjects.getIfPresent(name);
        }
        return known != null && known.isEmpty();
    }

    /** Whether the whole tenant was erased. */
    public boolean isErased(TenantId tenant) {
        Optional<TenantKeys> known = tenants.getIfPresent(tenant);
        if (known != null) {
            return known.isEmpty();
        }
        TenantRow row = jdbc.sql("SELECT * FROM keyring.find_tenant(?)")
                .param(tenant.value())
                .query(TenantRow.class)
                .single();
        if (row.fenced() || row.wrappedAead() != null) {
            remember(tenant, row);
        }
        return row.fenced();
    }

    /** Forgets opened keys of what was erased. */
    void forget(TenantId tenant, String subject) {
        boolean everybody = subject.equals(EVERYBODY);
        if (everybody) {
            tenants.put(tenant, Optional.empty());
        }
        subjects.asMap()
                .replaceAll((name, key) -> name.tenant().equals(tenant)
                                && (everybody || name.subject().equals(subject))
                        ? Optional.empty()
                        : key);
        if (!everybody) {
            // Also where nothing was remembered: a reader that is about to remember the key finds this first.
            subjects.put(new KeyName(tenant, subject, MAIN), Optional.empty());
        }
    }

    private void load(TenantId tenant, Set<String> names, String purpose) {
        List<SubjectRow> rows = jdbc.sql("SELECT * FROM keyring.find_subjects(?, ?, ?)")
                .params(tenant.value(), names.toArray(String[]::new), purpose)
                .query(SubjectRow.class)
                .list();
        for (SubjectRow row : rows) {
            KeyName name = new KeyName(tenant, row.subject(), purpose);
            byte[] wrapped = row.wrapped();
            if (row.fenced()) {
                remember(name, Optional.empty());
            } else if (wrapped != null) {
                remember(name, tenantForReading(tenant).map(keys -> openSubject(wrapped, keys, name)));
            }
        }
    }

    private Optional<Aead> findOrMake(KeyName name) {
        TenantKeys tenant = tenantForWriting(name.tenant());
        try {
            KeysetHandle fresh = Keysets.newAead();
            byte[] wrapped = Keysets.wrap(fresh, tenant.aead(), bindingOf(name));
            HeldKey held = newKeys.submit(new NewKey(name, wrapped), List.of());
            if (held.fenced() || held.wrapped() == null) {
                return Optional.empty();
            }
            return Optional.of(
                    Arrays.equals(held.wrapped(), wrapped)
                            ? Keysets.aead(fresh)
                            : openSubject(held.wrapped(), tenant, name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A new key can't be made", e);
        }
    }

    /** Stores new keys in one transaction and answers, in their order, which keys hold now. */
    private List<HeldKey> store(List<NewKey> keys) {
        return jdbc.sql("SELECT * FROM keyring.add_subjects(?::uuid[], ?, ?, ?)")
                .params(
                        keys.stream().map(key -> key.name().tenant().toString()).toArray(String[]::new),
                        keys.stream().map(key -> key.name().subject()).toArray(String[]::new),
                        keys.stream().map(key -> key.name().purpose()).toArray(String[]::new),
                        keys.stream().map(NewKey::wrapped).toArray(byte[][]::new))
                .query(HeldKey.class)
                .list();
    }

    private Optional<TenantKeys> tenantForReading(TenantId tenant) {
        Optional<TenantKeys> known = tenants.getIfPresent(tenant);
        if (known != null) {
            return known;
        }
        TenantRow row = jdbc.sql("SELECT * FROM keyring.find_tenant(?)")
                .param(tenant.value())
                .query(TenantRow.class)
                .single();
        if (!row.fenced() && row.wrappedAead() == null) {
            throw alarm(tenant, "the tenant itself");
        }
        return remember(tenant, row);
    }

    private TenantKeys tenantForWriting(TenantId tenant) {
        Optional<TenantKeys> known = tenants.getIfPresent(tenant);
        return (known == null ? remember(tenant, findOrMakeTenant(tenant)) : known)
                .orElseThrow(() -> new CommandRejected(PrivacyRejection.SUBJECT_ERASED));
    }

    private TenantRow findOrMakeTenant(TenantId tenant) {
        try {
            return jdbc.sql("SELECT * FROM keyring.add_tenant(?, ?, ?, ?)")
                    .params(
                            tenant.value(),
                            root.epoch(),
                            Keysets.wrap(Keysets.newAead(), root.newest(), aeadBinding(tenant.value())),
                            Keysets.wrap(Keysets.newPrf(), root.newest(), prfBinding(tenant.value())))
                    .query(TenantRow.class)
                    .single();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A new tenant's keys can't be made", e);
        }
    }

    private Optional<TenantKeys> remember(TenantId tenant, TenantRow row) {
        Optional<TenantKeys> opened = row.fenced() ? Optional.empty() : Optional.of(openTenant(tenant, row));
        Optional<TenantKeys> before = tenants.asMap().putIfAbsent(tenant, opened);
        return before == null ? opened : before;
    }

    /** What is known already stays: it may be that an erasure was quicker. */
    private Optional<Aead> remember(KeyName name, Optional<Aead> key) {
        Optional<Aead> before = subjects.asMap().putIfAbsent(name, key);
        return before == null ? key : before;
    }

    private TenantKeys openTenant(TenantId tenant, TenantRow row) {
        if (row.rootEpoch() == null || row.wrappedAead() == null || row.wrappedPrf() == null) {
            throw alarm(tenant, "the tenant itself");
        }
        Aead under = requireEpoch(row.rootEpoch());
        try {
            return new TenantKeys(
                    Keysets.aead(Keysets.unwrap(row.wrappedAead(), under, aeadBinding(tenant.value()))),
                    Keysets.prf(Keysets.unwrap(row.wrappedPrf(), under, prfBinding(tenant.value()))));
        } catch (GeneralSecurityException e) {
            throw wrongRoot(row.rootEpoch(), e);
        }
    }

    private static Aead openSubject(byte[] wrapped, TenantKeys tenant, KeyName name) {
        try {
            return Keysets.aead(Keysets.unwrap(wrapped, tenant.aead(), bindingOf(name)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key of " + name.subject() + " doesn't open under the key of tenant " + name.tenant(), e);
        }
    }

    private boolean rewrap(OldTenantRow row) {
        Aead under = requireEpoch(row.rootEpoch());
        byte[] aeadBinding = aeadBinding(row.tenantId());
        byte[] prfBinding = prfBinding(row.tenantId());
        try {
            KeysetHandle aead = Keysets.unwrap(row.wrappedAead(), under, aeadBinding);
            KeysetHandle prf = Keysets.unwrap(row.wrappedPrf(), under, prfBinding);
            return jdbc.sql("SELECT keyring.rewrap_tenant(?, ?, ?, ?, ?)")
                    .params(
                            row.tenantId(),
                            row.rootEpoch(),
                            root.epoch(),
                            Keysets.wrap(aead, root.newest(), aeadBinding),
                            Keysets.wrap(prf, root.newest(), prfBinding))
                    .query(Boolean.class)
                    .single();
        } catch (GeneralSecurityException e) {
            throw wrongRoot(row.rootEpoch(), e);
        }
    }

    private Aead requireEpoch(int epoch) {
        Aead key = root.of(epoch);
        if (key == null) {
            throw new IllegalStateException(
                    "Keys are wrapped under epoch " + epoch + " of the root key, but this start was given " + root
                            + ". Add that epoch's key, then start again.");
        }
        return key;
    }

    private static IllegalStateException wrongRoot(int epoch, GeneralSecurityException cause) {
        return new IllegalStateException(
                "The root key (epoch " + epoch + ") isn't the one that the keys of this database were wrapped under. "
                        + "Put the right root.key, or medflip.keys.root, in its place, then start again.",
                cause);
    }

    private static KeyMissing alarm(TenantId tenant, String subject) {
        KeyMissing missing = new KeyMissing(tenant, subject);
        log.error("ALARM: {}", missing.getMessage());
        return missing;
    }

    private static byte[] bindingOf(KeyName name) {
        return Binding.of("subject-key", name.tenant().toString(), name.subject(), name.purpose());
    }

    private static byte[] aeadBinding(UUID tenant) {
        return Binding.of("tenant-key", tenant.toString(), "aead");
    }

    private static byte[] prfBinding(UUID tenant) {
        return Binding.of("tenant-key", tenant.toString(), "prf");
    }

    /** Lets keys that are being stored get there; reading goes on to work. */
    @Override
    public void close() {
        newKeys.close();
    }

    /** From here on this node sees what one sees that remembers nothing. */
    void forgetEverything() {
        tenants.invalidateAll();
        subjects.invalidateAll();
    }
}
