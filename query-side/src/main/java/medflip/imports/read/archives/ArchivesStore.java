package medflip.imports.read.archives;

import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;

import java.util.List;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;

/** Reads which archives were brought. */
@Component
class ArchivesStore {

    private final TenantJdbc tenants;

    ArchivesStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** The latest first. */
    List<BroughtArchive> all(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM brought_archive WHERE {tenant} ORDER BY position DESC")
                        .query((row, number) -> new BroughtArchive(
                                id(row, "id"),
                                instant(row, "brought_at"),
                                row.getString("brought_by"),
                                row.getLong("events"),
                                row.getLong("entered"),
                                row.getInt("files")))
                        .list());
    }
}
