package medflip.accounts.write;

import java.util.List;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows in which streams of a business a fact ever was, those of members who left too. */
@Component
class FactStore {

    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param fact the stored name of an event */
    List<String> streams(TenantId tenant, String fact) {
        return jdbc.sql("""
                        SELECT DISTINCT aggregate_identifier FROM events.domain_event
                        WHERE tenant_id = :tenant AND payload_type = :fact
                        """)
                .param("tenant", tenant.value())
                .param("fact", fact)
                .query(String.class)
                .list();
    }
}
