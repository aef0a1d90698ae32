package medflip.accounts.write;

import java.util.List;
import medflip.accounts.events.DeskId;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows on which desks filters were ever kept, those of members who left too. */
@Component
class SavedFilterStore {

    private final JdbcClient jdbc;

    SavedFilterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DeskId> desks(TenantId tenant) {
        return jdbc.sql("""
                        SELECT DISTINCT aggregate_identifier FROM events.domain_event
                        WHERE tenant_id = :tenant AND payload_type = 'accounts.FilterSaved'
                        """)
                .param("tenant", tenant.value())
                .query((row, number) -> new DeskId(row.getString(1)))
                .list();
    }
}
