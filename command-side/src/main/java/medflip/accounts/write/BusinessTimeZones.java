package medflip.accounts.write;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountId;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.BusinessCalendar;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Tells the day by the time zone that the business's own stream says. */
@Component
class BusinessTimeZones implements BusinessCalendar {

    private static final long MOST_BUSINESSES = 10_000;

    private final Clock clock;
    private final LoadingCache<TenantId, ZoneId> zones;

    BusinessTimeZones(Clock clock, EventStore events) {
        this.clock = clock;
        this.zones = Caffeine.newBuilder()
                .maximumSize(MOST_BUSINESSES)
                .expireAfterWrite(Duration.ofMinutes(10))
                .build(tenant -> zone(tenant, events));
    }

    @Override
    public LocalDate today(TenantId tenant) {
        return LocalDate.now(clock.withZone(zone(tenant)));
    }

    /** By whose clocks the business lives. */
    ZoneId zone(TenantId tenant) {
        return zones.get(tenant);
    }

    private static ZoneId zone(TenantId tenant, EventStore events) {
        return events.readEvents(AccountId.of(tenant, tenant.value()).value())
                .asStream()
                .filter(event -> event.getPayloadType() == BusinessSignedUp.class)
                .map(event -> ZoneId.of(((BusinessSignedUp) event.getPayload()).timeZone()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no business " + tenant));
    }
}
