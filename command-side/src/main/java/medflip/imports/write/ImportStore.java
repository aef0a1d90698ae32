package medflip.imports.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import medflip.imports.events.ImportId;
import medflip.imports.write.Ledger.LedgerRow;
import medflip.kernel.TenantId;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps uploaded files, sealed, and how far each import is. The file is deleted when its import has finished; the rows
 * at fault stay, so that they can be corrected.
 */
@Component
class ImportStore {

    /**
     * How long a run belongs to who works on it after the last sign of life. A node that is silent for longer loses its
     * run, which costs double work and no double entries.
     */
    private static final Duration LEASE = Duration.ofSeconds(5);

    private static final String CONTENT = "imports.content";
    private static final String ABOUT = "imports.about";
    private static final String FAULTY = "imports.faulty";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where an import is; its version counts what happened to it. */
    enum State {
        PREVIEWED(0),
        RUNNING(1),
        FINISHED(2);

        private final long version;

        State(long version) {
            this.version = version;
        }

        long version() {
            return version;
        }
    }

    /** What the file is called, and what each of its columns means (by {@link Column#word}), if anything. */
    record About(String fileName, List<Meaning> columns) {

        record Meaning(String column, @Nullable String means) {}
    }

    /** A row that stays outside, as it stood in the file. */
    record FaultyRow(int row, Map<String, String> values, List<Fault> faults) {}

    /** A new upload. */
    record Upload(ImportId id, String idempotencyKey, String requestHash, String sha256, About about, byte[] content) {}

    /**
     * An import as it stands. {@code imported} and {@code alreadyThere} count rows that are in the books; all that the
     * import made stands in the log up to {@code finishedPosition}, 0 until then.
     */
    record Standing(
            ImportId id,
            String requestHash,
            Instant uploadedAt,
            String sha256,
            About about,
            int rows,
            int badRows,
            State state,
            int imported,
            int alreadyThere,
            long finishedPosition,
            boolean hasContent) {

        int goodRows() {
            return rows - badRows;
        }
    }

    /**
     * A run that this process works on.
     *
     * @param startedPosition where in the log the import began: what stands behind it, the import made itself
     * @param lastRow number of the last row that was worked on, 0 for none
     */
    record Run(ImportId id, UUID lease, long startedPosition, int lastRow) {}

    /** How a chunk of rows went; the refused ones by number, with the reason. */
    record Progress(int lastRow, int imported, int alreadyThere, Map<Integer, String> refused) {}

    /** How all rows went. */
    record Totals(int imported, int alreadyThere, int refused) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TenantJdbc tenants;
    private final TenantSeal seal;

    ImportStore(JdbcClient jdbc, PlatformTransactionManager transactions, TenantJdbc tenants, TenantSeal seal) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.tenants = tenants;
        this.seal = seal;
    }

    /** Stages a file; does nothing if one was uploaded with that key before. */
    void add(Upload upload, Ledger ledger) {
        TenantId tenant = upload.id().tenantId();
        List<FaultyRow> faulty = ledger.bad().stream().map(ImportStore::faulty).toList();
        jdbc.sql("""
                        INSERT INTO write.import (tenant_id, import_id, idempotency_key, request_hash, file_sha256,
                                                  about, content, faulty, all_rows, bad_rows)
                        VALUES (:tenant, :import, :key, :hash, :sha256, :about, :content, :faulty, :rows, :bad)
                        ON CONFLICT (tenant_id, idempotency_key) DO NOTHING
                        """)
                .param("tenant", tenant.value())
                .param("import", upload.id().local())
                .param("key", upload.idempotencyKey())
                .param("hash", upload.requestHash())
                .param("sha256", upload.sha256())
                .param("about", sealJson(upload.id(), ABOUT, upload.about()))
                .param("content", seal.sealForTenant(tenant, purpose(CONTENT, upload.id()), upload.content()))
                .param("faulty", sealJson(upload.id(), FAULTY, faulty))
                .param("rows", ledger.rows().size())
                .param("bad", faulty.size())
                .update();
    }

    private static final String STANDING = """
            SELECT import_id, request_hash, uploaded_at, file_sha256, about, all_rows, bad_rows, state, imported,
                   already_there, finished_position, content IS NOT NULL AS has_content
            FROM write.import WHERE {tenant}
            """;

    Optional<Standing> byKey(TenantId tenant, String idempotencyKey) {
        return tenants.read(
                tenant,
                sql -> sql.query(STANDING + " AND idempotency_key = :key")
                        .param("key", idempotencyKey)
                        .query((row, number) -> standing(tenant, row))
                        .optional());
    }

    Optional<Standing> find(ImportId id) {
        return tenants.read(
                id.tenantId(),
                sql -> sql.query(STANDING + " AND import_id = :import")
                        .param("import", id.local())
                        .query((row, number) -> standing(id.tenantId(), row))
                        .optional());
    }

    /** The newest first. */
    List<Standing> page(TenantId tenant, int page, int size) {
        return tenants.read(
                tenant,
                sql -> sql.query(STANDING + " ORDER BY uploaded_at DESC, import_id LIMIT :size OFFSET :skipped")
                        .param("size", size)
                        .param("skipped", (long) page * size)
                        .query((row, number) -> standing(tenant, row))
                        .list());
    }

    long count(TenantId tenant) {
        return tenants.read(
                tenant,
                sql -> sql.query("SELECT count(*) FROM write.import WHERE {tenant}")
                        .query(Long.class)
                        .single());
    }

    /** The file as it was uploaded; nothing once its import has finished. */
    Optional<byte[]> content(ImportId id) {
        return sealed(id, "content").map(bytes -> open(id, CONTENT, bytes));
    }

    List<FaultyRow> faulty(ImportId id) {
        return sealed(id, "faulty")
                .map(bytes -> open(id, FAULTY, bytes))
                .map(json -> List.of(JSON.readValue(json, FaultyRow[].class)))
                .orElse(List.of());
    }

    /** Hands a started import to whoever is free. Doing it again changes nothing. */
    void begin(ImportId id, long position) {
        jdbc.sql("""
                        UPDATE write.import SET state = 'RUNNING', started_position = :position
                        WHERE tenant_id = :tenant AND import_id = :import AND state = 'PREVIEWED'
                        """)
                .param("position", position)
                .param("tenant", id.tenantId().value())
                .param("import", id.local())
                .update();
    }

    /** Takes a run that nobody works on; the one that has waited longest. */
    Optional<Run> claim() {
        return jdbc.sql("""
                        UPDATE write.import SET leased_by = :lease, leased_until = now() + make_interval(secs => :secs)
                        WHERE (tenant_id, import_id) = (
                            SELECT tenant_id, import_id FROM write.import
                            WHERE state = 'RUNNING' AND leased_until < now()
                            ORDER BY leased_until LIMIT 1
                            FOR UPDATE SKIP LOCKED)
                        RETURNING tenant_id, import_id, leased_by, started_position, last_row
                        """)
                .param("lease", Ids.next())
                .param("secs", LEASE.toSeconds())
                .query((row, number) -> new Run(
                        ImportId.of(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("import_id", UUID.class)),
                        row.getObject("leased_by", UUID.class),
                        row.getLong("started_position"),
                        row.getInt("last_row")))
                .optional();
    }

    /** Keeps a run for another while; does nothing if it is somebody else's by now. */
    void keep(Run run) {
        of(run, "UPDATE write.import SET leased_until = now() + make_interval(secs => :secs)")
                .param("secs", LEASE.toSeconds())
                .update();
    }

    /** Notes a chunk as done and keeps the run for another while. False if the run is somebody else's by now. */
    boolean advance(Run run, Progress progress) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int mine = of(run, """
                            UPDATE write.import
                            SET last_row = :row, imported = imported + :imported,
                                already_there = already_there + :alreadyThere,
                                leased_until = now() + make_interval(secs => :secs)
                            """)
                    .param("row", progress.lastRow())
                    .param("imported", progress.imported())
                    .param("alreadyThere", progress.alreadyThere())
                    .param("secs", LEASE.toSeconds())
                    .update();
            if (mine == 1) {
                progress.refused().forEach((row, reason) -> refuse(run.id(), row, reason));
            }
            return mine == 1;
        }));
    }

    Totals totals(ImportId id) {
        return tenants.read(
                id.tenantId(),
                sql -> sql.query("""
                        SELECT imported, already_there,
                               (SELECT count(*) FROM write.import_refusal r
                                WHERE {r.tenant} AND r.import_id = i.import_id) AS refused
                        FROM write.import i WHERE {i.tenant} AND i.import_id = :import
                        """)
                        .param("import", id.local())
                        .query(Totals.class)
                        .single());
    }

    /** Ends a run: the file goes, and refused rows join those at fault. */
    void finish(Run run, Ledger ledger, long position) {
        transaction.executeWithoutResult(status -> {
            List<FaultyRow> faulty = withRefused(run.id(), ledger);
            of(run, """
                            UPDATE write.import
                            SET state = 'FINISHED', finished_position = :position, content = NULL,
                                faulty = :faulty, bad_rows = :bad,
                                leased_by = NULL, leased_until = '-infinity'
                            """)
                    .param("position", position)
                    .param("faulty", sealJson(run.id(), FAULTY, faulty))
                    .param("bad", faulty.size())
                    .update();
        });
    }

    /** Gives a run back, so that another may take it at once. */
    void release(Run run) {
        of(run, "UPDATE write.import SET leased_until = '-infinity'").update();
    }

    private List<FaultyRow> withRefused(ImportId id, Ledger ledger) {
        Map<Integer, String> refused = refusals(id);
        List<FaultyRow> faulty = new ArrayList<>();
        for (LedgerRow row : ledger.rows()) {
            String reason = refused.get(row.number());
            if (reason != null) {
                String first = ledger.headings().getFirst().text();
                Fault fault = new Fault(first, row.values().getOrDefault(first, ""), reason);
                faulty.add(new FaultyRow(row.number(), row.values(), List.of(fault)));
            } else if (!row.isGood()) {
                faulty.add(faulty(row));
            }
        }
        return faulty;
    }

    private Map<Integer, String> refusals(ImportId id) {
        Map<Integer, String> reasons = new TreeMap<>();
        tenants.run(
                id.tenantId(),
                sql -> sql.query("""
                        SELECT row_number, reason FROM write.import_refusal WHERE {tenant} AND import_id = :import
                        """).param("import", id.local()).query(row -> {
                    reasons.put(row.getInt("row_number"), row.getString("reason"));
                }));
        return reasons;
    }

    private void refuse(ImportId id, int row, String reason) {
        jdbc.sql("""
                        INSERT INTO write.import_refusal (tenant_id, import_id, row_number, reason)
                        VALUES (:tenant, :import, :row, :reason)
                        ON CONFLICT (tenant_id, import_id, row_number) DO UPDATE SET reason = excluded.reason
                        """)
                .param("tenant", id.tenantId().value())
                .param("import", id.local())
                .param("row", row)
                .param("reason", reason)
                .update();
    }

    /** A statement on the run's row that does nothing once another has taken the run. */
    private JdbcClient.StatementSpec of(Run run, String update) {
        return jdbc.sql(update + " WHERE tenant_id = :tenant AND import_id = :import AND leased_by = :lease")
                .param("tenant", run.id().tenantId().value())
                .param("import", run.id().local())
                .param("lease", run.lease());
    }

    private Optional<byte[]> sealed(ImportId id, String column) {
        return tenants.read(
                id.tenantId(),
                sql -> sql.query("SELECT " + column + " FROM write.import WHERE {tenant} AND import_id = :import AND "
                                + column + " IS NOT NULL")
                        .param("import", id.local())
                        .query(byte[].class)
                        .optional());
    }

    private Standing standing(TenantId tenant, ResultSet row) throws SQLException {
        ImportId id = ImportId.of(tenant, row.getObject("import_id", UUID.class));
        byte[] about = open(id, ABOUT, row.getBytes("about"));
        return new Standing(
                id,
                row.getString("request_hash"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("file_sha256"),
                JSON.readValue(about, About.class),
                row.getInt("all_rows"),
                row.getInt("bad_rows"),
                State.valueOf(row.getString("state")),
                row.getInt("imported"),
                row.getInt("already_there"),
                row.getLong("finished_position"),
                row.getBoolean("has_content"));
    }

    private byte[] sealJson(ImportId id, String part, Object value) {
        return seal.sealForTenant(id.tenantId(), purpose(part, id), JSON.writeValueAsBytes(value));
    }

    private byte[] open(ImportId id, String part, byte[] sealed) {
        return seal.openForTenant(id.tenantId(), purpose(part, id), sealed);
    }

    private static String purpose(String part, ImportId id) {
        return part + "/" + id.local();
    }

    private static FaultyRow faulty(LedgerRow row) {
        return new FaultyRow(row.number(), row.values(), row.faults());
    }
}
