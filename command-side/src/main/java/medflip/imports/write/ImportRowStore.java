package medflip.imports.write;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import medflip.imports.events.ImportId;
import medflip.imports.write.ImportStore.Run;
import medflip.imports.write.Kind.Outcome;
import medflip.imports.write.Kind.Result;
import medflip.imports.write.Kind.Touched;
import medflip.platform.tenancy.TenantJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what became of each row, and how far the work on them is. */
@Component
class ImportRowStore {

    /**
     * How long a job belongs to who works on it after the last sign of life. A node that is silent for longer loses its
     * job, which costs double work and no double entries.
     */
    static final Duration LEASE = Duration.ofSeconds(5);

    /** How many rows were worked on, and what became of them. */
    record RowCounts(
            int done, int made, int changed, int unchanged, int skipped, int refused, int takenBack, int kept) {

        static RowCounts of(ResultSet row) throws SQLException {
            return new RowCounts(
                    row.getInt("done"),
                    row.getInt("made"),
                    row.getInt("changed"),
                    row.getInt("unchanged"),
                    row.getInt("skipped"),
                    row.getInt("refused"),
                    row.getInt("taken_back"),
                    row.getInt("kept"));
        }
    }

    /**
     * What became of a row, and later of its taking back.
     *
     * @param key under which the row of a ledger is known in the log; null for others
     * @param takenBack null until the import is undone
     */
    record Entered(
            int row,
            Result result,
            @Nullable String reason,
            List<Touched> touched,
            @Nullable String key,
            @Nullable Boolean takenBack,
            @Nullable String keptReason) {

        Entered having(List<Touched> others) {
            return new Entered(row, result, reason, others, key, takenBack, keptReason);
        }
    }

    /** Whether a row could be taken back, and what stays of it. */
    record TakenBack(int row, boolean done, @Nullable String reason) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TenantJdbc tenants;

    ImportRowStore(JdbcClient jdbc, PlatformTransactionManager transactions, TenantJdbc tenants) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.tenants = tenants;
    }

    /** Notes a chunk as done and keeps the job for another while. False if the job is somebody else's by now. */
    boolean advance(Run run, List<Outcome> outcomes) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int mine = of(run, """
                            UPDATE write.import
                            SET done = done + :done, made = made + :made, changed = changed + :changed,
                                unchanged = unchanged + :unchanged, skipped = skipped + :skipped,
                                refused = refused + :refused, leased_until = now() + make_interval(secs => :secs)
                            """)
                    .param("done", outcomes.size())
                    .param("made", count(outcomes, Result.MADE))
                    .param("changed", count(outcomes, Result.CHANGED))
                    .param("unchanged", count(outcomes, Result.UNCHANGED))
                    .param("skipped", count(outcomes, Result.SKIPPED))
                    .param("refused", count(outcomes, Result.REFUSED))
                    .param("secs", LEASE.toSeconds())
                    .update();
            if (mine == 1) {
                outcomes.forEach(outcome -> add(run.id(), outcome));
            }
            return mine == 1;
        }));
    }

    /** Notes rows as taken back or kept. False if the job is somebody else's by now. */
    boolean takenBack(Run run, List<TakenBack> rows) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int done = (int) rows.stream().filter(TakenBack::done).count();
            int mine = of(run, """
                            UPDATE write.import
                            SET done = done + :all, taken_back = taken_back + :done, kept = kept + :kept,
                                leased_until = now() + make_interval(secs => :secs)
                            """)
                    .param("all", rows.size())
                    .param("done", done)
                    .param("kept", rows.size() - done)
                    .param("secs", LEASE.toSeconds())
                    .update();
            if (mine == 1) {
                rows.forEach(row -> jdbc.sql("""
                                UPDATE write.import_row SET taken_back = :done, kept_reason = :reason
                                WHERE tenant_id = :tenant AND import_id = :import AND row_number = :row
                                """)
                        .param("done", row.done())
                        .param("reason", row.reason())
                        .param("tenant", run.id().tenantId().value())
                        .param("import", run.id().local())
                        .param("row", row.row())
                        .update());
            }
            return mine == 1;
        }));
    }

    RowCounts counts(ImportId id) {
        return tenants.read(
                id.tenantId(),
                sql -> sql.query("""
                        SELECT done, made, changed, unchanged, skipped, refused, taken_back, kept
                        FROM write.import WHERE {tenant} AND import_id = :import
                        """)
                        .param("import", id.local())
                        .query((row, number) -> RowCounts.of(row))
                        .single());
    }

    /** Why rows were refused, by their numbers. */
    Map<Integer, String> refusals(ImportId id) {
        Map<Integer, String> reasons = new TreeMap<>();
        each(id, entered -> {
            if (entered.result() == Result.REFUSED) {
                reasons.put(entered.row(), String.valueOf(entered.reason()));
            }
        });
        return reasons;
    }

    /** Rows that made or changed something, the last first. */
    List<Entered> touching(ImportId id) {
        return tenants.read(
                id.tenantId(),
                sql -> sql.query("""
                        SELECT row_number, result, reason, touched, row_key, taken_back, kept_reason FROM write.import_row
                        WHERE {tenant} AND import_id = :import AND touched <> '{}'
                        ORDER BY row_number DESC
                        """)
                        .param("import", id.local())
                        .query((row, number) -> entered(row))
                        .list());
    }

    /** All rows, in the order of the file. */
    void each(ImportId id, Consumer<Entered> taker) {
        tenants.run(
                id.tenantId(),
                sql -> sql.query("""
                        SELECT row_number, result, reason, touched, row_key, taken_back, kept_reason FROM write.import_row
                        WHERE {tenant} AND import_id = :import ORDER BY row_number
                        """).param("import", id.local()).query(row -> {
                    taker.accept(entered(row));
                }));
    }

    /** Forgets what a try or an earlier understanding of the file said. */
    void clear(ImportId id) {
        jdbc.sql("DELETE FROM write.import_row WHERE tenant_id = :tenant AND import_id = :import")
                .param("tenant", id.tenantId().value())
                .param("import", id.local())
                .update();
        jdbc.sql("""
                        UPDATE write.import
                        SET done = 0, made = 0, changed = 0, unchanged = 0, skipped = 0, refused = 0
                        WHERE tenant_id = :tenant AND import_id = :import
                        """)
                .param("tenant", id.tenantId().value())
                .param("import", id.local())
                .update();
    }

    /** A statement on the job's import that does nothing once another has taken the job. */
    JdbcClient.StatementSpec of(Run run, String update) {
        return jdbc.sql(update + " WHERE tenant_id = :tenant AND import_id = :import AND leased_by = :lease")
                .param("tenant", run.id().tenantId().value())
                .param("import", run.id().local())
                .param("lease", run.lease());
    }

    private void add(ImportId id, Outcome outcome) {
        jdbc.sql("""
                        INSERT INTO write.import_row (tenant_id, import_id, row_number, result, reason, touched, row_key)
                        VALUES (:tenant, :import, :row, :result, :reason, :touched, :key)
                        ON CONFLICT (tenant_id, import_id, row_number) DO UPDATE SET
                            result = excluded.result, reason = excluded.reason, touched = excluded.touched,
                            row_key = excluded.row_key
                        """)
                .param("tenant", id.tenantId().value())
                .param("import", id.local())
                .param("row", outcome.row())
                .param("result", outcome.result().name())
                .param("reason", outcome.reason())
                .param("key", outcome.key())
                .param(
                        "touched",
                        outcome.touched().stream()
                                .map(one -> one.id() + " " + one.before() + " " + one.after())
                                .toArray(String[]::new))
                .update();
    }

    private static int count(List<Outcome> outcomes, Result result) {
        return (int)
                outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }

    private static Entered entered(ResultSet row) throws SQLException {
        Array touched = row.getArray("touched");
        return new Entered(
                row.getInt("row_number"),
                Result.valueOf(row.getString("result")),
                row.getString("reason"),
                Stream.of((String[]) touched.getArray())
                        .map(text -> text.split(" "))
                        .map(parts -> new Touched(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                        .toList(),
                row.getString("row_key"),
                row.getObject("taken_back", Boolean.class),
                row.getString("kept_reason"));
    }
}
