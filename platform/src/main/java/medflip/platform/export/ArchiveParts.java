package medflip.platform.export;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import medflip.kernel.TenantId;
import medflip.platform.export.ExportStore.Run;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps archives in parts, each sealed for itself, so that neither making one nor fetching it needs memory for the
 * whole.
 */
@Component
public class ArchiveParts {

    /** Who fetches one slowly still gets all of it. */
    private static final Duration FETCHED_WITHIN = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final TenantSeal seal;

    ArchiveParts(JdbcClient jdbc, TenantJdbc tenants, TenantSeal seal) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.seal = seal;
    }

    /**
     * Keeps the next part.
     *
     * @throws IllegalStateException if somebody else makes it by now
     */
    void add(Run run, int number, byte[] content) {
        int added = jdbc.sql("""
                        INSERT INTO write.export_part (tenant_id, export_id, number, content)
                        SELECT tenant_id, export_id, :number, :content FROM write.export
                        WHERE tenant_id = :tenant AND export_id = :export AND leased_by = :lease
                        """)
                .param("number", number)
                .param("content", seal.sealForTenant(run.tenant(), purpose(run.id(), number), content))
                .param("tenant", run.tenant().value())
                .param("export", run.id())
                .param("lease", run.lease())
                .update();
        if (added == 0) {
            throw new IllegalStateException("Archive " + run.id() + " is made by somebody else by now");
        }
    }

    /**
     * Hands over the whole archive, a part at a time.
     *
     * @throws IllegalStateException if a part is missing
     */
    public void content(TenantId tenant, UUID id, Consumer<byte[]> each) {
        int parts = tenants.read(
                tenant,
                sql -> sql.query("SELECT parts FROM write.export WHERE {tenant} AND export_id = :export")
                        .param("export", id)
                        .query(Integer.class)
                        .single());
        IntStream.range(0, parts).forEach(number -> each.accept(part(tenant, id, number)));
    }

    private byte[] part(TenantId tenant, UUID id, int number) {
        byte[] sealed = tenants.read(
                        tenant,
                        sql -> sql.query("""
                                        SELECT content FROM write.export_part
                                        WHERE {tenant} AND export_id = :export AND number = :number
                                        """)
                                .param("export", id)
                                .param("number", number)
                                .query(byte[].class)
                                .optional())
                .orElseThrow(() -> new IllegalStateException("Part " + number + " of archive " + id + " is missing"));
        return seal.openForTenant(tenant, purpose(id, number), sealed);
    }

    /** What is too old to be fetched, and what was fetched a while ago; that there was an archive stays. */
    public RetentionRule old() {
        return new RetentionRule(
                "exports",
                "P8",
                "Archives of accounts and lists that were delivered, a day after they were made; an archive an hour after it"
                        + " was fetched",
                Duration.ZERO,
                Duration.ofHours(1),
                RetainedRows.deleted(jdbc, "write.export_part", """
                        EXISTS (SELECT FROM write.export e
                                WHERE e.tenant_id = r.tenant_id AND e.export_id = r.export_id
                                  AND (e.good_until < :before
                                       OR e.collected_at < :before - interval '%d seconds'
                                       OR e.state = 'FAILED' AND e.asked_at < :before))
                        """.formatted(FETCHED_WITHIN.toSeconds())));
    }

    void remove(TenantId tenant, UUID id) {
        jdbc.sql("DELETE FROM write.export_part WHERE tenant_id = :tenant AND export_id = :export")
                .param("tenant", tenant.value())
                .param("export", id)
                .update();
    }

    private static String purpose(UUID id, int number) {
        return "export/" + id + "/" + number;
    }
}
