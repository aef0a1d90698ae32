package medflip.privacy.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Forgets.Forgotten;
import medflip.platform.privacy.PersonalValues;
import medflip.platform.privacy.TenantSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who had been erased since the backup that this system came out of, and isn't forgotten everywhere yet. */
@Component
class RestoredErasureStore {

    private static final String PURPOSE = "privacy.restored-erasure";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is done next. */
    enum Step {
        FORGET,
        LOOK
    }

    /** Everybody of one business, together. */
    record Standing(TenantId tenant, Step step, Set<String> subjects, PersonalValues values) {

        Forgotten forgotten() {
            return new Forgotten(tenant, subjects, values);
        }
    }

    private record Prepared(Set<String> subjects, PersonalValues values) {}

    private final JdbcClient jdbc;
    private final TenantSeal seal;

    RestoredErasureStore(JdbcClient jdbc, TenantSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** The first that is said of a business's people stays: later nobody knows any more what it was. */
    void prepared(TenantId tenant, Set<String> subjects, PersonalValues values) {
        jdbc.sql("""
                        INSERT INTO write.restored_erasure (tenant_id, prepared) VALUES (:tenant, :prepared)
                        ON CONFLICT (tenant_id) DO NOTHING
                        """)
                .param("tenant", tenant.value())
                .param(
                        "prepared",
                        seal.sealForTenant(
                                TenantId.SERVICE,
                                purpose(tenant),
                                JSON.writeValueAsBytes(new Prepared(subjects, values))))
                .update();
    }

    List<Standing> all() {
        return jdbc.sql("SELECT * FROM write.restored_erasure ORDER BY tenant_id")
                .query(this::standing)
                .list();
    }

    /** Those that are to be looked for by then. */
    List<Standing> dueBy(Instant moment) {
        return jdbc.sql("SELECT * FROM write.restored_erasure WHERE due_at <= :moment ORDER BY tenant_id")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(this::standing)
                .list();
    }

    private Standing standing(ResultSet row, int number) throws SQLException {
        TenantId tenant = new TenantId(row.getObject("tenant_id", UUID.class));
        Prepared prepared = JSON.readValue(
                seal.openForTenant(TenantId.SERVICE, purpose(tenant), row.getBytes("prepared")), Prepared.class);
        return new Standing(tenant, Step.valueOf(row.getString("step")), prepared.subjects(), prepared.values());
    }

    void forgotten(TenantId tenant) {
        jdbc.sql("UPDATE write.restored_erasure SET step = 'LOOK' WHERE tenant_id = :tenant")
                .param("tenant", tenant.value())
                .update();
    }

    void found(TenantId tenant, Map<String, Long> found, Instant next) {
        jdbc.sql("UPDATE write.restored_erasure SET found = :found::jsonb, due_at = :next WHERE tenant_id = :tenant")
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("found", JSON.writeValueAsString(found))
                .param("tenant", tenant.value())
                .update();
    }

    /** Nothing is left of them, and from now on nobody knows any more what was looked for. */
    void done(TenantId tenant) {
        jdbc.sql("DELETE FROM write.restored_erasure WHERE tenant_id = :tenant")
                .param("tenant", tenant.value())
                .update();
    }

    private static String purpose(TenantId tenant) {
        return PURPOSE + " " + tenant;
    }
}
