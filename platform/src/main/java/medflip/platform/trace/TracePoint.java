package medflip.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a trace, beneath which stands what follows from it in another thread or process. Numbers by chance, which
 * say nothing.
 *
 * @param trace 32 hexadecimal digits
 * @param span 16 hexadecimal digits
 */
public record TracePoint(String trace, String span) {

    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})-([0-9a-f]{16})");
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Where this thread is; null where nothing is traced, and in a request that isn't. */
    public static @Nullable TracePoint here() {
        SpanContext here = Span.current().getSpanContext();
        return here.isSampled() ? new TracePoint(here.getTraceId(), here.getSpanId()) : null;
    }

    /** @param text as {@link #toString} has it; null for any other */
    public static @Nullable TracePoint of(@Nullable Object text) {
        if (!(text instanceof String written)) {
            return null;
        }
        Matcher parts = FORM.matcher(written);
        return parts.matches() ? new TracePoint(parts.group(1), parts.group(2)) : null;
    }

    /**
     * The span of the command that an event follows from. So the log needs no field for traces: the number of a traced
     * command's trace is its correlation, which is a UUID, with dashes, for all others, and the number of its span
     * follows from its own.
     */
    public static @Nullable TracePoint ofCommand(@Nullable Object correlation, @Nullable Object command) {
        return correlation instanceof String trace
                        && TRACE.matcher(trace).matches()
                        && command instanceof String id
                        && UUIDS.matcher(id).matches()
                ? new TracePoint(trace, spanOf(id))
                : null;
    }

    /** The number of a command's span. */
    public static String spanOf(String command) {
        // The last half of a UUID: never zero, and but for two bits by chance.
        return "%016x".formatted(UUID.fromString(command).getLeastSignificantBits());
    }

    Context context() {
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        trace, span, TraceFlags.getSampled(), TraceState.getDefault())));
    }

    /** What is done stands beneath this point; without a point, it is just done. */
    public static void follow(@Nullable TracePoint point, Runnable work) {
        if (point == null) {
            work.run();
        } else {
            point.context().wrap(work).run();
        }
    }

    @Override
    public String toString() {
        return trace + "-" + span;
    }
}
