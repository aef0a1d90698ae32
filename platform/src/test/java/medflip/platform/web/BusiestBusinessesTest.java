package medflip.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.outbox.AdjustableClock;
import org.junit.jupiter.api.Test;

class BusiestBusinessesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AdjustableClock clock = new AdjustableClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BusiestBusinesses busiest = new BusiestBusinesses(clock);

    BusiestBusinessesTest() {
        busiest.bindTo(registry);
    }

    @Test
    void the_ten_that_asked_most_are_told_for_the_minute_after() {
        for (int business = 1; business <= 12; business++) {
            ask(business, business);
        }
        assertThat(gauges()).as("the minute isn't over").isEmpty();
        clock.pass(MINUTE);
        ask(1, 1);
        assertThat(gauges()).hasSize(10);
        assertThat(gauges().stream().mapToDouble(Gauge::value).toArray())
                .containsExactlyInAnyOrder(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(registry.get("medflip.business.requests")
                        .tag("business", tenant(12).toString())
                        .gauge()
                        .value())
                .isEqualTo(12);
    }

    @Test
    void who_asks_no_more_is_told_no_more() {
        ask(1, 5);
        busiest.count(TenantId.SERVICE);
        clock.pass(MINUTE);
        ask(2, 7);
        assertThat(gauges()).extracting(Gauge::value).containsExactly(5.0);
        clock.pass(MINUTE);
        assertThat(gauges()).as("nobody asked since").extracting(Gauge::value).containsExactly(0.0);
        ask(3, 1);
        assertThat(gauges()).extracting(Gauge::value).containsExactly(7.0);
    }

    private void ask(int business, int times) {
        for (int i = 0; i < times; i++) {
            busiest.count(tenant(business));
        }
    }

    private static TenantId tenant(int number) {
        return new TenantId(new UUID(7, number));
    }

    private Collection<Gauge> gauges() {
        return registry.find("medflip.business.requests").gauges();
    }
}
