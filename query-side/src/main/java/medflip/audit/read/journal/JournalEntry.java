package medflip.audit.read.journal;

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
 * @param actor who it was: {@code user:<uuid>}, {@code key:<uuid>}, {@code job:<name>} and so on
 * @param kind what it happened to, such as {@code deal}
 * @param detail what a history tells of it; nothing personal
 * @param undone whether it was undone since, by an entry of its own
 * @param undoes position of what it undoes; absent where it undoes nothing
 * @param undoesEvent what that was
 * @param undoReason why it does
 */
record JournalEntry(
        long position,
        Instant recordedAt,
        String event,
        String actor,
        String kind,
        UUID recordId,

        @Schema(additionalPropertiesSchema = JournalDetail.class)
        Map<String, Object> detail,

        boolean undone,
        @Nullable Long undoes,
        @Nullable String undoesEvent,
        @Nullable UndoReason undoReason) {

    /** What a value of a detail may be. */
    @Schema(oneOf = {String.class, Long.class, Money.class})
    interface JournalDetail {}
}
