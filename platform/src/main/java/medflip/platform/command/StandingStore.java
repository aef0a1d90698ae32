package medflip.platform.command;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import medflip.billing.events.Access;
import medflip.billing.events.Standing;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * How businesses stand, where the command side notes it by their events. Asked at every command and question, so what
 * was found is remembered for a second.
 */
public final class StandingStore implements AccessBySubscription {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoadingCache<TenantId, Standing> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build(this::find);

    public StandingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Access of(TenantId tenant) {
        return remembered.get(tenant).accessAt(clock.instant());
    }

    /** As the events say that were seen so far. */
    public Standing find(TenantId tenant) {
        return jdbc.sql("SELECT standing FROM write.subscription WHERE tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, Standing.class))
                .orElse(Standing.NEW);
    }

    /** It has just been noted anew. */
    public void forget(TenantId tenant) {
        remembered.invalidate(tenant);
    }
}
