package medflip.whole;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Lets one service think that it is later. */
final class LaterClock extends Clock {

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);

    /** What a service is started with that has one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Given {
        @Bean
        @Primary
        LaterClock laterClock() {
            return new LaterClock();
        }
    }

    /** @param than now, by the clock on the wall */
    void isLater(Duration than) {
        later.set(than);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(later.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
