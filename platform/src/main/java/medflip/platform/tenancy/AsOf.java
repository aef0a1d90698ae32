package medflip.platform.tenancy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * As of when the present thread reads. While a moment is set, {@link TenantJdbc} reads the views of that moment in
 * place of the live ones, and {@link #clock} says that time: so the same stores answer the same questions as they would
 * have then.
 */
public final class AsOf {

    @SuppressWarnings("ThreadLocalUsage") // There is one bean of it; a static one would be shared by services in tests.
    private final ThreadLocal<Optional<PastMoment>> moment = ThreadLocal.withInitial(Optional::empty);

    /** The moment that is read; empty for now. */
    public Optional<PastMoment> moment() {
        return moment.get();
    }

    /** From here on this thread reads that moment, until {@link #end}. */
    public void begin(PastMoment past) {
        moment.set(Optional.of(past));
    }

    public void end() {
        moment.remove();
    }

    /** Does something as of a moment. */
    public <T> T at(PastMoment past, Supplier<T> work) {
        Optional<PastMoment> before = moment.get();
        begin(past);
        try {
            return work.get();
        } finally {
            before.ifPresentOrElse(this::begin, this::end);
        }
    }

    /** Does something as of now, in the midst of what is done as of a moment. */
    public <T> T now(Supplier<T> work) {
        Optional<PastMoment> before = moment.get();
        end();
        try {
            return work.get();
        } finally {
            before.ifPresent(this::begin);
        }
    }

    /** A clock that says the moment's time while one is read. */
    public Clock clock(Clock present) {
        return new MomentClock(present);
    }

    private final class MomentClock extends Clock {

        private final Clock present;

        MomentClock(Clock present) {
            this.present = present;
        }

        @Override
        public ZoneId getZone() {
            return present.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new MomentClock(present.withZone(zone));
        }

        @Override
        public Instant instant() {
            return moment().map(PastMoment::at).orElseGet(present::instant);
        }
    }
}
