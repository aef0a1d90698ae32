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

    /**
     * Found by their names, which are in order: nothing else of the tenant's log is read.
     *
     * @param kind of the streams, as it stands in their names
     * @param fact the stored name of an event
     */
    List<String> streams(TenantId tenant, String kind, String fact) {
        return jdbc.sql("""
                        SELECT DISTINCT aggregate_identifier FROM events.domain_event
                        WHERE aggregate_identifier > :first AND aggregate_identifier < :last AND payload_type = :fact
                        """)
                .param("first", tenant + "/" + kind + "/")
                // The next character after the slash.
                .param("last", tenant + "/" + kind + "0")
                .param("fact", fact)
                .query(String.class)
                .list();
    }
}
