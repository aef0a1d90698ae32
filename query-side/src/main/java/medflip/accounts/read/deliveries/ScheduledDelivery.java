package medflip.accounts.read.deliveries;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.DeliveryFailure;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a schedule.
 *
 * @param askedAt when its making began
 * @param dueAt the time that had come; absent where somebody wanted it between two times
 * @param position behind which the next changes are, once it is made
 * @param whole whether it is all of the list; otherwise it is what has changed
 * @param goodUntil until when its file can be fetched
 * @param failure why there is no file
 */
record ScheduledDelivery(
        UUID id,
        UUID scheduleId,
        Instant askedAt,
        @Nullable Instant dueAt,
        Stage stage,
        @Nullable Instant endedAt,
        @Nullable Long rows,
        @Nullable Long bytes,
        @Nullable Long position,
        @Nullable Boolean whole,
        @Nullable Instant goodUntil,
        @Nullable DeliveryFailure failure) {

    /** What can be done with it. */
    @Schema(name = "DeliveryStage")
    enum Stage {
        MAKING,
        READY,
        EXPIRED,
        FAILED
    }
}
