package medflip.messaging.write;

import java.util.UUID;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what erasures had deleted at another service. */
@Component
class ErasedElsewhereStore {

    private final JdbcClient jdbc;

    ErasedElsewhereStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TenantId tenant, UUID erasure, String service) {
        jdbc.sql("""
                        INSERT INTO write.erased_elsewhere AS e (tenant_id, erasure_id, service, deleted)
                        VALUES (:tenant, :erasure, :service, 1)
                        ON CONFLICT (tenant_id, erasure_id, service) DO UPDATE SET deleted = e.deleted + 1
                        """)
                .param("tenant", tenant.value())
                .param("erasure", erasure)
                .param("service", service)
                .update();
    }

    long count(TenantId tenant, UUID erasure, String service) {
        return jdbc.sql("""
                        SELECT coalesce(sum(deleted), 0) FROM write.erased_elsewhere
                        WHERE tenant_id = :tenant AND erasure_id = :erasure AND service = :service
                        """)
                .param("tenant", tenant.value())
                .param("erasure", erasure)
                .param("service", service)
                .query(Long.class)
                .single();
    }
}
