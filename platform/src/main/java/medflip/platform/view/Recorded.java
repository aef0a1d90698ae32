package medflip.platform.view;

import java.time.Instant;
import medflip.platform.command.Undone;
import org.jspecify.annotations.Nullable;

/**
 * What the log knows of an event beside its payload; a projection's handler may take it as a parameter.
 *
 * @param position global position, ascending, with gaps
 * @param at when it was recorded
 * @param actor who did it: {@code user:<uuid>}, {@code job:<name>}, {@code automation:<name>} or {@code webhook:<name>}
 * @param event stored name, such as {@code deals.QuoteGiven}
 * @param undone what it undoes, and why; absent where it undoes nothing
 */
public record Recorded(
        long position,
        Instant at,
        String actor,
        String event,
        @Nullable Undone undone) {}
