package medflip.accounts.write;

import medflip.accounts.events.ApiKeyEvent.ApiKeyMade;
import medflip.accounts.events.ApiKeyEvent.ApiKeyRevoked;
import medflip.kernel.AggregateId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which keys open the API: what every request that brings one is checked against. */
@Component
@ProcessingGroup("accounts.api-key-index")
class ApiKeyIndex {

    private final JdbcClient jdbc;

    ApiKeyIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ApiKeyMade event) {
        jdbc.sql("""
                        INSERT INTO write.api_key (token_hash, tenant_id, key_id, scopes, good_until)
                        VALUES (:hash, :tenant, :key, :scopes, :until)
                        ON CONFLICT DO NOTHING
                        """)
                .param("hash", event.tokenHash())
                .param("tenant", event.apiKeyId().tenantId().value())
                .param("key", event.apiKeyId().local())
                .param("scopes", event.scopes().stream().map(Enum::name).toArray(String[]::new))
                .param(
                        "until",
                        event.goodUntil() == null ? null : event.goodUntil().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(ApiKeyRevoked event) {
        remove(event.apiKeyId());
    }

    private void remove(AggregateId key) {
        jdbc.sql("DELETE FROM write.api_key WHERE tenant_id = :tenant AND key_id = :key")
                .param("tenant", key.tenantId().value())
                .param("key", key.local())
                .update();
    }
}
