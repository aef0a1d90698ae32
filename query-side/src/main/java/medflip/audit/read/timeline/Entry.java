package medflip.audit.read.timeline;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import medflip.kernel.Money;
import medflip.platform.command.UndoReason;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param position in the log; ascending, with gaps
 * @param event stored name, such as {@code deals.QuoteGiven}
 * @param actor {@code user:<uuid>}, {@code job:<name>}, {@code automation:<name>} or {@code webhook:<name>}
 * @param detail what it was about; nothing personal
 * @param dealId the deal that it happened to
 * @param lotId the lot that it happened to
 * @param conversationId in which conversation a text was written
 * @param text what it says; absent where it said nothing, or was forgotten
 * @param undone whether it was undone since, by an entry of its own
 * @param undoReason why it undoes an earlier one; absent where it undoes none
 * @param before what a correction of a person found; {@code after} what it left
 */
record Entry(
        long position,
        Instant recordedAt,
        String event,
        String actor,

        @Schema(additionalPropertiesSchema = Detail.class) Map<String, Object> detail,

        @Nullable UUID dealId,
        @Nullable UUID lotId,
        @Nullable UUID conversationId,
        @Nullable String text,
        @Nullable String before,
        @Nullable String after,
        boolean undone,
        @Nullable UndoReason undoReason) {

    /** What a value of a detail may be. */
    @Schema(oneOf = {String.class, Long.class, Money.class})
    interface Detail {}
}
