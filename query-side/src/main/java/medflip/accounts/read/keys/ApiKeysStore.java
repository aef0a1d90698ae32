package medflip.accounts.read.keys;

import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;
import static medflip.platform.web.Columns.instantOrNull;
import static medflip.platform.web.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.KeyScope;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;

/** Reads keys, and when each was last used, which is no event. */
@Component
class ApiKeysStore {

    private static final String KEYS = """
            SELECT k.*, used.used_at
            FROM api_key k LEFT JOIN write.api_key used ON {used.tenant} AND used.key_id = k.id
            WHERE {k.tenant}
            """;

    private final TenantJdbc tenants;

    ApiKeysStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    List<ApiKey> keys(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query(KEYS + " ORDER BY k.made_at, k.id")
                        .query(ApiKeysStore::key)
                        .list());
    }

    Optional<ApiKey> key(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query(KEYS + " AND k.id = :id")
                        .param("id", id)
                        .query(ApiKeysStore::key)
                        .optional());
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                id(row, "id"),
                row.getString("name"),
                texts(row, "scopes").stream().map(KeyScope::valueOf).toList(),
                instant(row, "made_at"),
                row.getString("made_by"),
                instantOrNull(row, "good_until"),
                instantOrNull(row, "used_at"),
                row.getLong("version"));
    }
}
