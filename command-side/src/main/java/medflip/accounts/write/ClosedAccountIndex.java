package medflip.accounts.write;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import medflip.accounts.events.ClosureEvent.AccountClosed;
import medflip.accounts.events.ClosureEvent.AccountReopened;
import medflip.kernel.TenantId;
import medflip.platform.command.ClosedAccounts;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which businesses have left. Asked at every command, so what was found is remembered for a second. */
@Component
@ProcessingGroup("accounts.closed")
class ClosedAccountIndex implements ClosedAccounts {

    private final JdbcClient jdbc;
    private final LoadingCache<TenantId, Boolean> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build(this::find);

    ClosedAccountIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isClosed(TenantId tenant) {
        return remembered.get(tenant);
    }

    private boolean find(TenantId tenant) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM write.closed_account WHERE tenant_id = :tenant)")
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }

    @EventHandler
    void on(AccountClosed event) {
        jdbc.sql("""
                        INSERT INTO write.closed_account (tenant_id, closed_on) VALUES (:tenant, :on)
                        ON CONFLICT DO NOTHING
                        """)
                .param("tenant", event.accountId().tenantId().value())
                .param("on", event.closedOn())
                .update();
    }

    @EventHandler
    void on(AccountReopened event) {
        jdbc.sql("DELETE FROM write.closed_account WHERE tenant_id = :tenant")
                .param("tenant", event.accountId().tenantId().value())
                .update();
    }
}
