package medflip.reports.read.filed;

import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;

/** Reads which reports were filed. */
@Component
class FiledReportsStore {

    private final TenantJdbc tenants;

    FiledReportsStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** The latest first. */
    List<FiledReport> all(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM filed_report WHERE {tenant} ORDER BY position DESC")
                        .query((row, number) -> report(row))
                        .list());
    }

    Optional<FiledReport> find(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM filed_report WHERE {tenant} AND id = :id")
                        .param("id", id)
                        .query((row, number) -> report(row))
                        .optional());
    }

    private static FiledReport report(ResultSet row) throws SQLException {
        return new FiledReport(
                id(row, "id"),
                row.getString("report"),
                row.getString("filter"),
                row.getLong("up_to"),
                instant(row, "as_of"),
                row.getString("sha256"),
                row.getLong("bytes"),
                instant(row, "filed_at"),
                row.getString("filed_by"));
    }
}
