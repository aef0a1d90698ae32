package medflip.operations.read.acts;

import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what operators did, the newest first. */
@Component
class ActsStore {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;

    ActsStore(JdbcClient jdbc, TenantJdbc tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    List<OperatorAct> of(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query(
                                "SELECT * FROM operator_act WHERE {tenant} ORDER BY position DESC LIMIT " + MOST)
                        .query(ActsStore::act)
                        .list());
    }

    /** Over all businesses. */
    List<OperatorAct> all() {
        return jdbc.sql("SELECT * FROM read.operator_act ORDER BY recorded_at DESC, position DESC LIMIT " + MOST)
                .query(ActsStore::act)
                .list();
    }

    private static OperatorAct act(ResultSet row, int number) throws SQLException {
        return new OperatorAct(
                id(row, "tenant_id"),
                row.getLong("position"),
                instant(row, "recorded_at"),
                row.getString("actor"),
                row.getString("event"),
                row.getString("about"),
                row.getString("processor"),
                row.getString("reason"));
    }
}
