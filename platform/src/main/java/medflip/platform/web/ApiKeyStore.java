package medflip.platform.web;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.accounts.events.KeyScope;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds whose an API key is. It is asked at every request: a key that was revoked opens nothing from that moment on.
 */
@Component
class ApiKeyStore {

    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a key that was never made, was revoked, or has run out. That a key was used is noted once a minute. */
    Optional<KeyHolder> find(String tokenHash) {
        Optional<KeyHolder> holder = jdbc.sql("""
                        SELECT tenant_id, key_id, scopes FROM write.api_key
                        WHERE token_hash = :hash AND (good_until IS NULL OR good_until > now())
                        """)
                .param("hash", tokenHash)
                .query((row, number) -> new KeyHolder(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        row.getObject("key_id", UUID.class),
                        scopes((String[]) row.getArray("scopes").getArray())))
                .optional();
        holder.ifPresent(used -> jdbc.sql("""
                        UPDATE write.api_key SET used_at = now()
                        WHERE token_hash = :hash AND (used_at IS NULL OR used_at < now() - interval '1 minute')
                        """).param("hash", tokenHash).update());
        return holder;
    }

    private static Set<KeyScope> scopes(String[] names) {
        return Stream.of(names).map(KeyScope::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
