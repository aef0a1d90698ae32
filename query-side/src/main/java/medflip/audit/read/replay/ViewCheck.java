package medflip.audit.read.replay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medflip.platform.view.ViewComparison.DifferentRow;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of all views of a business with a replay of its log.
 *
 * @param askedBy an actor; {@code job:audit} for the nightly ones
 * @param percent how far it is
 * @param position up to which the log was replayed
 * @param events how many were replayed, each once for every view that takes it
 * @param rows how many rows the live views had
 * @param different how many of them weren't as the log has it
 * @param differences the first of them
 */
record ViewCheck(
        UUID id,
        String askedBy,
        Instant askedAt,
        CheckState state,
        int percent,
        long position,
        long events,
        long rows,
        long different,
        List<DifferentRow> differences,
        @Nullable Instant endedAt) {

    enum CheckState {
        ASKED,
        RUNNING,
        DONE,
        /** It couldn't be made, several times. */
        FAILED
    }
}
