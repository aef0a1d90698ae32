package medflip.platform.trace;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Spans are numbered by chance, but for those of commands, which are found by their events. */
final class SpanNumbers implements IdGenerator {

    private static final ThreadLocal<@Nullable String> GIVEN = new ThreadLocal<>();

    private final IdGenerator chance = IdGenerator.random();

    /** @param number of the one span that is made; null: by chance */
    <T> T next(@Nullable String number, Supplier<T> span) {
        GIVEN.set(number);
        try {
            return span.get();
        } finally {
            GIVEN.remove();
        }
    }

    @Override
    public String generateSpanId() {
        String number = GIVEN.get();
        return number == null ? chance.generateSpanId() : number;
    }

    @Override
    public String generateTraceId() {
        return chance.generateTraceId();
    }

    @Override
    public boolean generatesRandomTraceIds() {
        return true;
    }
}
