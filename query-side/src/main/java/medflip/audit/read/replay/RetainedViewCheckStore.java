package medflip.audit.read.replay;

import medflip.platform.retention.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The same checks, as what destroys them sees them. */
@Component
class RetainedViewCheckStore {

    private final JdbcClient jdbc;

    RetainedViewCheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RetainedRows old() {
        return RetainedRows.deleted(jdbc, "write.view_check", "r.ended_at < :before");
    }
}
