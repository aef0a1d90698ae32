package medflip.billing.write;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import medflip.billing.events.Access;
import medflip.billing.events.Standing;
import medflip.billing.events.SubscriptionEvent;
import medflip.billing.events.SubscriptionId;
import medflip.kernel.TenantId;
import medflip.platform.command.AccessBySubscription;
import medflip.platform.command.Histories;
import medflip.platform.command.StandingStore;
import medflip.platform.privacy.Keyring;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Notes how businesses stand, by their events. */
@Component
@ProcessingGroup("billing.standing")
class SubscriptionIndex implements AccessBySubscription, Standings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final StandingStore standings;
    private final Histories histories;
    private final Keyring keyring;

    SubscriptionIndex(JdbcClient jdbc, Histories histories, Keyring keyring, Clock clock) {
        this.jdbc = jdbc;
        this.histories = histories;
        this.keyring = keyring;
        this.standings = new StandingStore(jdbc, clock);
    }

    @Override
    public Access of(TenantId tenant) {
        return standings.of(tenant);
    }

    /** By its own events, also those that the table doesn't follow yet. */
    @Override
    public Standing find(TenantId tenant) {
        Standing standing = Standing.NEW;
        for (SubscriptionEvent event :
                histories.of(SubscriptionId.of(tenant), SubscriptionEvent.class).toList()) {
            standing = standing.after(event);
        }
        return standing;
    }

    @Override
    public Optional<TenantId> tenantOf(String customer) {
        return jdbc.sql("SELECT tenant_id FROM write.subscription WHERE customer = :customer")
                .param("customer", customer)
                .query(UUID.class)
                .optional()
                .map(TenantId::new);
    }

    @Override
    public boolean isErased(TenantId tenant) {
        return keyring.isErased(tenant);
    }

    /** Businesses that Stripe knows, {@code most} after that one. */
    List<TenantId> customersAfter(UUID tenant, int most) {
        return jdbc.sql("""
            SELECT tenant_id FROM write.subscription
            WHERE customer IS NOT NULL AND tenant_id > :after ORDER BY tenant_id LIMIT :most
            """).param("after", tenant).param("most", most).query(UUID.class).list().stream()
                .map(TenantId::new)
                .toList();
    }

    /** Businesses whose trial ends between the two. */
    List<TenantId> trialsEnding(Instant after, Instant before) {
        return jdbc
                .sql("""
                    SELECT tenant_id FROM write.subscription
                    WHERE trial_ends_at > :after AND trial_ends_at <= :before
                    """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .stream()
                .map(TenantId::new)
                .toList();
    }

    @EventHandler
    void on(SubscriptionEvent event) {
        TenantId tenant = event.subscriptionId().tenantId();
        Standing before = standings.find(tenant);
        Standing after = before.after(event);
        if (after.equals(before)) {
            return;
        }
        Instant trial = after.trialEndsAt();
        jdbc.sql("""
            INSERT INTO write.subscription (tenant_id, customer, trial_ends_at, standing)
            VALUES (:tenant, :customer, :trial, :standing::jsonb)
            ON CONFLICT (tenant_id) DO UPDATE SET customer = excluded.customer,
                trial_ends_at = excluded.trial_ends_at, standing = excluded.standing
            """)
                .param("tenant", tenant.value())
                .param("customer", after.customer())
                .param("trial", trial == null ? null : trial.atOffset(ZoneOffset.UTC))
                .param("standing", Objects.requireNonNull(JSON.writeValueAsString(after)))
                .update();
        standings.forget(tenant);
    }
}
