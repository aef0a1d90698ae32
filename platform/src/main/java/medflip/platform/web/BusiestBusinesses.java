package medflip.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import medflip.kernel.TenantId;
import org.springframework.stereotype.Component;

/**
 * Figures of this node by business, for the ten that asked most within a whole minute: as many as there are would be
 * more than anything that collects figures takes.
 */
@Component
class BusiestBusinesses implements MeterBinder {

    private static final int SHOWN = 10;
    private static final long MINUTE_MILLIS = 60_000;

    private final Clock clock;
    private final List<MultiGauge> gauges = new CopyOnWriteArrayList<>();
    private volatile Minute counting;

    private record Minute(long number, Map<TenantId, LongAdder> requests) {
        Minute(long number) {
            this(number, new ConcurrentHashMap<>());
        }
    }

    private record Asked(TenantId tenant, long requests) {}

    BusiestBusinesses(Clock clock) {
        this.clock = clock;
        this.counting = new Minute(minute());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauges.add(MultiGauge.builder("medflip.business.requests")
                .description("Requests of a business in the last whole minute, of the ten that asked most")
                .register(registry));
    }

    /** Counts one request; operators are no business. */
    void count(TenantId tenant) {
        if (tenant.equals(TenantId.SERVICE)) {
            return;
        }
        Minute minute = counting;
        if (minute.number() != minute()) {
            minute = next();
        }
        minute.requests().computeIfAbsent(tenant, first -> new LongAdder()).increment();
    }

    private synchronized Minute next() {
        Minute ended = counting;
        if (ended.number() != minute()) {
            counting = new Minute(minute());
            show(ended);
        }
        return counting;
    }

    private void show(Minute ended) {
        List<MultiGauge.Row<?>> rows = ended.requests().entrySet().stream()
                .map(each -> new Asked(each.getKey(), each.getValue().sum()))
                .sorted(Comparator.comparingLong(Asked::requests).reversed())
                .limit(SHOWN)
                .<MultiGauge.Row<?>>map(asked -> MultiGauge.Row.of(
                        Tags.of("business", asked.tenant().toString()),
                        // Nobody may have asked since, and then nothing has put others in their place.
                        () -> minute() == ended.number() + 1 ? asked.requests() : 0))
                .toList();
        gauges.forEach(gauge -> gauge.register(rows, true));
    }

    private long minute() {
        return clock.millis() / MINUTE_MILLIS;
    }
}
