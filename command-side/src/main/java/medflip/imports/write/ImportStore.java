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
import java.util.UUID;
import java.util.stream.Collectors;
import medflip.imports.events.ImportId;
import medflip.imports.write.ImportRowStore.RowCounts;
import medflip.imports.write.Reading.ShownRow;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.Forgets.Forgotten;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps uploaded files, sealed, and where each import is. The file is deleted when its import has finished; the rows at
 * fault stay, so that they can be corrected.
 */
@Component
class ImportStore {

    private static final String CONTENT = "imports.content";
    private static final String ABOUT = "imports.about";
    private static final String FAULTY = "imports.faulty";
    private static final String MAPPING = "imports.mapping";

    /** Somebody may come back to a file after a holiday. */
    private static final Duration NEVER_RUN_KEPT = Duration.ofDays(30);

    private static final int MOST_HALTED = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where an import is. While it is being tried, run or undone, somebody works on it. */
    enum State {
        PREVIEWED,
        CHECKING,
        RUNNING,
        FINISHED,
        UNDOING,
        UNDONE
    }

    /** What the file is called, its headings with what each means, if anything, and how it is understood as a whole. */
    record About(
            String fileName,
            List<Meaning> columns,
            @Nullable Settings settings) {

        record Meaning(String column, @Nullable String means) {}

        static About of(String fileName, Reading<?> reading) {
            List<Meaning> columns = new ArrayList<>();
            for (int i = 0; i < reading.headings().size(); i++) {
                columns.add(new Meaning(
                        reading.headings().get(i), reading.settings().columns().get(i)));
            }
            return new About(fileName, columns, reading.settings());
        }

        /** Files of old were ledgers, and understood in one way only. */
        Settings understanding() {
            return settings != null
                    ? settings
                    : Settings.ledger(columns.stream().map(Meaning::means).collect(Collectors.toList()));
        }
    }

    /**
     * A job that broke off, as who runs the service sees it.
     *
     * @param done how many of the rows were worked on before
     */
    record HaltedImport(UUID id, String tenantId, State state, int done, int rows, int failures, Instant failedAt) {}

    /** A new upload. */
    record Upload(ImportId id, String idempotencyKey, String requestHash, String sha256, String name, byte[] content) {}

    /** An import as it stands; its version counts what people did with it. */
    record Standing(
            ImportId id,
            String requestHash,
            Instant uploadedAt,
            String sha256,
            About about,
            int rows,
            int badRows,
            State state,
            long version,
            boolean checked,
            RowCounts counts,
            long finishedPosition,
            boolean hasContent) {

        int goodRows() {
            return rows - badRows;
        }
    }

    /**
     * A job that this process works on.
     *
     * @param startedPosition where in the log the import began: what stands behind it, the import made itself
     * @param done how many rows were worked on before
     */
    record Run(ImportId id, State state, UUID lease, long startedPosition, int done) {}

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final TenantSeal seal;
    private final ImportRowStore rows;

    ImportStore(JdbcClient jdbc, TenantJdbc tenants, TenantSeal seal, ImportRowStore rows) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.seal = seal;
        this.rows = rows;
    }

    /** Stages a file; does nothing if one was uploaded with that key before. */
    void add(Upload upload, Reading<?> reading) {
        TenantId tenant = upload.id().tenantId();
        jdbc.sql("""
                        INSERT INTO write.import (tenant_id, import_id, idempotency_key, request_hash, file_sha256,
                                                  subject, about, content, faulty, all_rows, bad_rows)
                        VALUES (:tenant, :import, :key, :hash, :sha256, :subject, :about, :content, :faulty, :rows,
                                :bad)
                        ON CONFLICT (tenant_id, idempotency_key) DO NOTHING
                        """)
                .param("tenant", tenant.value())
                .param("import", upload.id().local())
                .param("key", upload.idempotencyKey())
                .param("hash", upload.requestHash())
                .param("sha256", upload.sha256())
                .param("subject", reading.settings().subject().name())
                .param("about", sealJson(upload.id(), ABOUT, About.of(upload.name(), reading)))
                .param("content", seal.sealForTenant(tenant, purpose(CONTENT, upload.id()), upload.content()))
                .param("faulty", sealJson(upload.id(), FAULTY, faulty(reading)))
                .param("rows", reading.rows().size())
                .param("bad", reading.bad().size())
                .update();
    }

    /** Understands a staged file in another way, if it still is as it was seen; what was tried before is forgotten. */
    boolean reread(Standing seen, Reading<?> reading) {
        ImportId id = seen.id();
        boolean done = jdbc.sql("""
                        UPDATE write.import
                        SET subject = :subject, about = :about, faulty = :faulty, all_rows = :rows, bad_rows = :bad,
                            checked = false, version = version + 1
                        WHERE tenant_id = :tenant AND import_id = :import AND state = 'PREVIEWED' AND version = :seen
                        """)
                        .param("subject", reading.settings().subject().name())
                        .param(
                                "about",
                                sealJson(id, ABOUT, About.of(seen.about().fileName(), reading)))
                        .param("faulty", sealJson(id, FAULTY, faulty(reading)))
                        .param("rows", reading.rows().size())
                        .param("bad", reading.bad().size())
                        .param("tenant", id.tenantId().value())
                        .param("import", id.local())
                        .param("seen", seen.version())
                        .update()
                == 1;
        if (done) {
            rows.clear(id);
        }
        return done;
    }

    private static final String STANDING = """
            SELECT import_id, request_hash, uploaded_at, file_sha256, about, all_rows, bad_rows, state, version, checked,
                   done, made, changed, unchanged, skipped, refused, taken_back, kept, finished_position,
                   content IS NOT NULL AS has_content
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

    List<ShownRow> faulty(ImportId id) {
        return sealed(id, "faulty")
                .map(bytes -> open(id, FAULTY, bytes))
                .map(json -> List.of(JSON.readValue(json, ShownRow[].class)))
                .orElse(List.of());
    }

    /** How a file of this shape was understood the last time that one was imported. */
    Optional<Settings> remembered(TenantId tenant, String shape) {
        return tenants.read(
                        tenant,
                        sql -> sql.query("SELECT settings FROM write.import_mapping WHERE {tenant} AND shape = :shape")
                                .param("shape", shape)
                                .query(byte[].class)
                                .optional())
                .map(bytes -> seal.openForTenant(tenant, MAPPING + "/" + shape, bytes))
                .map(json -> JSON.readValue(json, Settings.class));
    }

    void remember(TenantId tenant, String shape, Settings settings) {
        jdbc.sql("""
                        INSERT INTO write.import_mapping (tenant_id, shape, settings)
                        VALUES (:tenant, :shape, :settings)
                        ON CONFLICT (tenant_id, shape) DO UPDATE SET settings = excluded.settings
                        """)
                .param("tenant", tenant.value())
                .param("shape", shape)
                .param("settings", seal.sealForTenant(tenant, MAPPING + "/" + shape, JSON.writeValueAsBytes(settings)))
                .update();
    }

    /** Hands a file to be tried to whoever is free. */
    boolean beginCheck(Standing seen) {
        return begin(seen.id(), State.PREVIEWED, State.CHECKING, "checked = false");
    }

    /** Hands a started import to whoever is free. Doing it again changes nothing. */
    void begin(ImportId id, long position) {
        begin(id, State.PREVIEWED, State.RUNNING, "version = version + 1, started_position = " + position);
    }

    /** Hands an import that is to be undone to whoever is free. Doing it again changes nothing. */
    void beginUndo(ImportId id) {
        begin(id, State.FINISHED, State.UNDOING, "version = version + 1");
    }

    private boolean begin(ImportId id, State from, State to, String also) {
        boolean begun = jdbc.sql("UPDATE write.import SET state = :to, done = 0, failures = 0, " + also
                                + " WHERE tenant_id = :tenant AND import_id = :import AND state = :from")
                        .param("to", to.name())
                        .param("tenant", id.tenantId().value())
                        .param("import", id.local())
                        .param("from", from.name())
                        .update()
                == 1;
        if (begun && from == State.PREVIEWED) {
            rows.clear(id);
        }
        return begun;
    }

    /** Files that somebody uploaded, looked at perhaps, and never imported. */
    RetentionRule neverRun() {
        return new RetentionRule(
                "imports.never-run",
                "P7",
                "Files that were uploaded for an import and never imported, after 30 days",
                NEVER_RUN_KEPT,
                NEVER_RUN_KEPT.plusDays(1),
                RetainedRows.deletedUnlessHeld(
                        jdbc, "write.import", "r.state = 'PREVIEWED' AND r.uploaded_at < :before"));
    }

    /**
     * Files lie under the business's key: each is opened. One that has the person in it and was never run goes whole,
     * rows at fault of one that was run go together.
     */
    Forgets ofPeople() {
        return new Forgets() {
            @Override
            public String holds() {
                return "imports";
            }

            @Override
            public long count(Forgotten who) {
                return naming(who).size();
            }

            @Override
            public void forget(Forgotten who) {
                for (ImportId id : naming(who)) {
                    boolean gone = jdbc.sql("""
                                    DELETE FROM write.import
                                    WHERE tenant_id = :tenant AND import_id = :import AND state = 'PREVIEWED'
                                    """)
                                    .param("tenant", id.tenantId().value())
                                    .param("import", id.local())
                                    .update()
                            == 1;
                    if (!gone) {
                        jdbc.sql("""
                                        UPDATE write.import SET faulty = :none
                                        WHERE tenant_id = :tenant AND import_id = :import
                                        """)
                                .param("none", sealJson(id, FAULTY, List.of()))
                                .param("tenant", id.tenantId().value())
                                .param("import", id.local())
                                .update();
                    }
                }
            }
        };
    }

    private List<ImportId> naming(Forgotten who) {
        return tenants
                .read(
                        who.tenant(),
                        sql -> sql.query("SELECT import_id FROM write.import WHERE {tenant}")
                                .query(UUID.class)
                                .list())
                .stream()
                .map(local -> ImportId.of(who.tenant(), local))
                .filter(id -> content(id).map(who.values()::identify).orElse(false)
                        || sealed(id, "faulty")
                                .map(bytes -> who.values().identify(open(id, FAULTY, bytes)))
                                .orElse(false))
                .toList();
    }

    /** Takes a job that nobody works on; the one that has waited longest. */
    Optional<Run> claim() {
        return jdbc.sql("""
                        UPDATE write.import SET leased_by = :lease, leased_until = now() + make_interval(secs => :secs)
                        WHERE (tenant_id, import_id) = (
                            SELECT tenant_id, import_id FROM write.import
                            WHERE state IN ('CHECKING', 'RUNNING', 'UNDOING') AND leased_until < now()
                            ORDER BY leased_until LIMIT 1
                            FOR UPDATE SKIP LOCKED)
                        RETURNING tenant_id, import_id, state, leased_by, started_position, done
                        """)
                .param("lease", Ids.next())
                .param("secs", ImportRowStore.LEASE.toSeconds())
                .query((row, number) -> new Run(
                        ImportId.of(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("import_id", UUID.class)),
                        State.valueOf(row.getString("state")),
                        row.getObject("leased_by", UUID.class),
                        row.getObject("started_position") == null ? Long.MAX_VALUE : row.getLong("started_position"),
                        row.getInt("done")))
                .optional();
    }

    /** Keeps a job for another while; does nothing if it is somebody else's by now. */
    void keep(Run run) {
        rows.of(run, "UPDATE write.import SET leased_until = now() + make_interval(secs => :secs)")
                .param("secs", ImportRowStore.LEASE.toSeconds())
                .update();
    }

    /** Ends a try: the file waits again for somebody's word. */
    void finishCheck(Run run) {
        rows.of(run, """
                        UPDATE write.import SET state = 'PREVIEWED', checked = true,
                            leased_by = NULL, leased_until = '-infinity'
                        """).update();
    }

    /** Ends an import: the file goes, and refused rows join those at fault. */
    void finish(Run run, Reading<?> reading, long position) {
        List<ShownRow> faulty = withRefused(reading, rows.refusals(run.id()));
        rows.of(run, """
                        UPDATE write.import
                        SET state = 'FINISHED', finished_position = :position, content = NULL,
                            faulty = :faulty, bad_rows = :bad,
                            leased_by = NULL, leased_until = '-infinity'
                        """)
                .param("position", position)
                .param("faulty", sealJson(run.id(), FAULTY, faulty))
                .param("bad", faulty.size())
                .update();
    }

    void finishUndo(Run run, long position) {
        rows.of(run, """
                        UPDATE write.import SET state = 'UNDONE', finished_position = :position,
                            leased_by = NULL, leased_until = '-infinity'
                        """).param("position", position).update();
    }

    /** Notes that the work on it broke off; it is tried again. */
    void stumbled(Run run) {
        rows.of(run, "UPDATE write.import SET failures = failures + 1, failed_at = now()")
                .update();
    }

    /** Jobs of all businesses that broke off and aren't through yet, those that did so most often first. */
    List<HaltedImport> halted() {
        return jdbc.sql("""
                        SELECT import_id AS id, tenant_id::text AS tenant_id, state, done, all_rows, failures, failed_at
                        FROM write.import
                        WHERE failures > 0 AND state IN ('CHECKING', 'RUNNING', 'UNDOING')
                        ORDER BY failures DESC, failed_at LIMIT :most
                        """)
                .param("most", MOST_HALTED)
                .query((row, number) -> new HaltedImport(
                        row.getObject("id", UUID.class),
                        row.getString("tenant_id"),
                        State.valueOf(row.getString("state")),
                        row.getInt("done"),
                        row.getInt("all_rows"),
                        row.getInt("failures"),
                        row.getObject("failed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Gives a job back, so that another may take it at once. */
    void release(Run run) {
        rows.of(run, "UPDATE write.import SET leased_until = '-infinity'").update();
    }

    private static List<ShownRow> faulty(Reading<?> reading) {
        return withRefused(reading, Map.of());
    }

    private static <R> List<ShownRow> withRefused(Reading<R> reading, Map<Integer, String> refused) {
        String first = reading.headings().getFirst();
        return reading.rows().stream()
                .<ShownRow>mapMulti((row, faulty) -> {
                    String reason = refused.get(row.number());
                    if (reason != null) {
                        faulty.accept(reading.kept(
                                row, List.of(new Fault(first, row.row().cell(0), reason))));
                    } else if (!row.isGood()) {
                        faulty.accept(reading.kept(row, row.faults()));
                    }
                })
                .toList();
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
                row.getLong("version"),
                row.getBoolean("checked"),
                RowCounts.of(row),
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
}
