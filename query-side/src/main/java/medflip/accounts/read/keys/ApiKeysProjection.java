package medflip.accounts.read.keys;

import medflip.accounts.events.ApiKeyEvent.ApiKeyMade;
import medflip.accounts.events.ApiKeyEvent.ApiKeyRevoked;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Fills the keys; one that was revoked has no row. */
@Projection(processingGroup = ApiKeysProjection.GROUP, tables = "api_key")
class ApiKeysProjection {

    static final String GROUP = "accounts.api-keys";

    @EventHandler
    void on(ApiKeyMade event, @SequenceNumber long version, Recorded recorded, Rows rows) {
        rows.write(
                event.apiKeyId(),
                """
                INSERT INTO api_key (tenant_id, id, name, scopes, made_at, made_by, good_until, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                event.apiKeyId().tenantId(),
                event.apiKeyId(),
                event.name().value(),
                event.scopes(),
                recorded.at(),
                recorded.actor(),
                event.goodUntil(),
                version);
    }

    @EventHandler
    void on(ApiKeyRevoked event, Rows rows) {
        rows.write(
                event.apiKeyId(),
                "DELETE FROM api_key WHERE tenant_id = ? AND id = ?",
                event.apiKeyId().tenantId(),
                event.apiKeyId());
    }
}
