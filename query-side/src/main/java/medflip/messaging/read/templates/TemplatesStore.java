package medflip.messaging.read.templates;

import static medflip.platform.web.Columns.id;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;

/** Reads the texts at hand. */
@Component
class TemplatesStore {

    private final TenantJdbc tenants;

    TemplatesStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** By name. */
    List<TextTemplate> all(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM text_template WHERE {tenant} ORDER BY lower(name), id")
                        .query(TemplatesStore::template)
                        .list());
    }

    Optional<TextTemplate> find(TenantId tenant, UUID template) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM text_template WHERE {tenant} AND id = :id")
                        .param("id", template)
                        .query(TemplatesStore::template)
                        .optional());
    }

    private static TextTemplate template(ResultSet row, int number) throws SQLException {
        return new TextTemplate(id(row, "id"), row.getString("name"), row.getString("body"), row.getLong("version"));
    }
}
