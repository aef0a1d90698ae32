package medflip.messaging.read.templates;

import static medflip.platform.web.Columns.id;

import java.util.List;
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
                        .query((row, number) -> new TextTemplate(
                                id(row, "id"), row.getString("name"), row.getString("body"), row.getLong("version")))
                        .list());
    }
}
