package medflip.platform.files;

import static medflip.platform.command.Rejection.require;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.AttachedFile;
import medflip.kernel.DataSubject;
import medflip.kernel.FileKind;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.retention.RetainedRows;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.Ids;
import medflip.platform.web.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the files that people attach, sealed. A file is uploaded first; the command that attaches it names its id, and
 * asks here with {@link #toAttach}. The event it makes is an {@link medflip.kernel.AttachesFiles}, and so the file is
 * kept. What no event names is deleted a week after it was last wanted.
 */
@Component
public class FileStore {

    private static final String CONTENT = "files.content";

    /**
     * A file that is here.
     *
     * @param subject whom it is about, as {@link Keyring#nameOf} says it; null where it is the business's own
     */
    public record StoredFile(AttachedFile file, @Nullable String subject, Instant uploadedAt, String requestHash) {

        /** Whether it was uploaded as one about that person; with null, as the business's own. */
        public boolean isOf(@Nullable DataSubject somebody) {
            return somebody == null ? subject == null : Keyring.nameOf(somebody).equals(subject);
        }
    }

    /** What is being uploaded; {@code subject} is whom it is about. */
    record Upload(TenantId tenant, @Nullable DataSubject subject, String idempotencyKey, byte[] bytes) {}

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final TenantSeal seal;
    private final BlindIndex index;

    FileStore(JdbcClient jdbc, TenantJdbc tenants, TenantSeal seal, BlindIndex index) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.seal = seal;
        this.index = index;
    }

    /**
     * The file that a command is about to attach, which from now on has another week.
     *
     * @throws CommandRejected with {@link RequestRejection#NOT_FOUND} if there is none
     */
    public StoredFile toAttach(TenantId tenant, UUID id) {
        StoredFile file = find(tenant, id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        int still = jdbc.sql("UPDATE write.file SET wanted_at = now() WHERE tenant_id = :tenant AND file_id = :file")
                .param("tenant", tenant.value())
                .param("file", id)
                .update();
        require(still == 1, RequestRejection.NOT_FOUND);
        return file;
    }

    /** Takes a file; the same again under the same key is the one that was taken before. */
    StoredFile add(Upload upload) {
        TenantId tenant = upload.tenant();
        String subject = upload.subject() == null ? null : Keyring.nameOf(upload.subject());
        String hash = index.hex(tenant, "file-upload", subject + "\n" + sha256(upload.bytes()));
        if (byKey(tenant, upload.idempotencyKey()).isEmpty()) {
            insert(upload, Ids.next(), hash, FileContent.read(upload.bytes()));
        }
        StoredFile file = byKey(tenant, upload.idempotencyKey()).orElseThrow();
        require(file.requestHash().equals(hash), RequestRejection.IDEMPOTENCY_MISMATCH);
        return file;
    }

    /** @throws CommandRejected with a {@link FileRejection} if it is none that can be attached */
    public static void requireAttachable(byte[] bytes) {
        FileContent.read(bytes);
    }

    /**
     * Takes a file that a fact of another server names, under its id there; the same again changes nothing.
     *
     * @param subject whom it is about; null where it is the business's own
     * @throws CommandRejected with a {@link FileRejection} if it is none that can be attached
     */
    public void restore(TenantId tenant, UUID id, @Nullable DataSubject subject, byte[] bytes) {
        String key = "archive/" + id;
        insert(new Upload(tenant, subject, key, bytes), id, hash(tenant, sha256(bytes)), FileContent.read(bytes));
    }

    /** What stands in events for a file with this SHA-256. */
    public String hash(TenantId tenant, String sha256) {
        return index.hex(tenant, "file", sha256);
    }

    private void insert(Upload upload, UUID id, String hash, FileContent content) {
        TenantId tenant = upload.tenant();
        String subject = upload.subject() == null ? null : Keyring.nameOf(upload.subject());
        byte[] sealed = upload.subject() == null
                ? seal.sealForTenant(tenant, purpose(id), content.bytes())
                : seal.sealForSubject(upload.subject(), purpose(id), content.bytes());
        jdbc.sql("""
                        INSERT INTO write.file (tenant_id, file_id, subject, idempotency_key, request_hash, kind, bytes,
                                                hash, content)
                        VALUES (:tenant, :file, :subject, :key, :request, :kind, :bytes, :hash, :content)
                        ON CONFLICT DO NOTHING
                        """)
                .param("tenant", tenant.value())
                .param("file", id)
                .param("subject", subject)
                .param("key", upload.idempotencyKey())
                .param("request", hash)
                .param("kind", content.kind().name())
                .param("bytes", content.bytes().length)
                .param("hash", hash(tenant, sha256(content.bytes())))
                .param("content", sealed)
                .update();
    }

    private static final String STORED = """
            SELECT file_id, subject, request_hash, kind, bytes, hash, uploaded_at FROM write.file WHERE {tenant}
            """;

    public Optional<StoredFile> find(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                sql -> sql.query(STORED + " AND file_id = :file")
                        .param("file", id)
                        .query(FileStore::stored)
                        .optional());
    }

    private Optional<StoredFile> byKey(TenantId tenant, String idempotencyKey) {
        return tenants.read(
                tenant,
                sql -> sql.query(STORED + " AND idempotency_key = :key")
                        .param("key", idempotencyKey)
                        .query(FileStore::stored)
                        .optional());
    }

    /** @throws CommandRejected if whom it is about was erased */
    public byte[] content(TenantId tenant, StoredFile stored) {
        UUID id = stored.file().id();
        byte[] sealed = tenants.read(
                tenant,
                sql -> sql.query("SELECT content FROM write.file WHERE {tenant} AND file_id = :file")
                        .param("file", id)
                        .query(byte[].class)
                        .single());
        return stored.subject() == null
                ? seal.openForTenant(tenant, purpose(id), sealed)
                : seal.openForSubject(tenant, stored.subject(), purpose(id), sealed);
    }

    /** The same, but nothing where whom it is about was erased. */
    public Optional<byte[]> readable(TenantId tenant, StoredFile stored) {
        try {
            return Optional.of(content(tenant, stored));
        } catch (CommandRejected erased) {
            return Optional.empty();
        }
    }

    /** An event names the file: it is kept from now on. */
    void keep(TenantId tenant, UUID id) {
        jdbc.sql("UPDATE write.file SET attached = true WHERE tenant_id = :tenant AND file_id = :file")
                .param("tenant", tenant.value())
                .param("file", id)
                .update();
    }

    /**
     * What nobody attached and nobody wanted since then; nothing while an event waits as a dead letter that may name a
     * file.
     */
    RetainedRows orphans() {
        return RetainedRows.deletedUnlessHeld(jdbc, "write.file", """
                        NOT r.attached AND r.wanted_at < :before
                        AND NOT EXISTS (SELECT FROM write.dead_letter WHERE processing_group = '%s')
                        """.formatted(AttachedFileIndex.GROUP));
    }

    /** Files about people, under their keys; whoever looks for one that is gone is told that its person was erased. */
    Forgets ofPeople() {
        return new Forgets() {
            @Override
            public String holds() {
                return "files";
            }

            @Override
            public long count(Forgotten who) {
                return tenants.read(
                        who.tenant(),
                        sql -> sql.query("""
                                        SELECT count(*) FROM write.file
                                        WHERE {tenant} AND subject = ANY (:subjects) AND length(content) > 0
                                        """)
                                .param("subjects", who.subjects().toArray(String[]::new))
                                .query(Long.class)
                                .single());
            }

            @Override
            public void forget(Forgotten who) {
                jdbc.sql("""
                                UPDATE write.file SET content = '' WHERE tenant_id = :tenant
                                AND subject = ANY (:subjects) AND length(content) > 0
                                """)
                        .param("tenant", who.tenant().value())
                        .param("subjects", who.subjects().toArray(String[]::new))
                        .update();
            }
        };
    }

    private static StoredFile stored(ResultSet row, int number) throws SQLException {
        AttachedFile file = new AttachedFile(
                Columns.id(row, "file_id"),
                Columns.constant(row, "kind", FileKind.class),
                row.getInt("bytes"),
                row.getString("hash"));
        return new StoredFile(
                file, row.getString("subject"), Columns.instant(row, "uploaded_at"), row.getString("request_hash"));
    }

    private static String purpose(UUID id) {
        return CONTENT + "/" + id;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
