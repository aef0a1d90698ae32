package medflip.audit.read.journal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of the journal is asked for; what is absent doesn't matter. */
record FindJournal(
        @Schema(description = "Who: user:<id>, key:<id>, job:<name> …") @Nullable
        String actor,

        @Nullable JournalWay way,

        @Schema(description = "The part of the business, such as deals") @Nullable
        String domain,

        @Schema(description = "What it happened to, by its id") @Nullable
        UUID record,

        @Schema(description = "A person, their deals and what became of the boxes") @Nullable
        UUID person,

        @Schema(description = "First day, at the business's place") @Nullable
        LocalDate from,

        @Schema(description = "Last day") @Nullable LocalDate until,

        @Schema(description = "Only what undid something earlier") @Nullable
        Boolean undoing) {

    /** By which way something was done. */
    enum JournalWay {
        /** A person of the business, at a screen. */
        USER,
        /** Another system, by an API key. */
        KEY,
        /** One of the service's staff, on a visit. */
        OPERATOR,
        /** Somebody without an account, by a private link. */
        LINK,
        /** What another service delivered. */
        WEBHOOK,
        /** The service, because a time had come. */
        JOB,
        /** The service, because something had happened. */
        AUTOMATION;

        /** As actors begin. */
        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
