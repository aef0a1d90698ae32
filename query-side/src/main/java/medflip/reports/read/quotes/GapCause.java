package medflip.reports.read.quotes;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why boxes aren't what was quoted, if they aren't; {@code MISSING} and {@code MORE} are about their number. */
enum GapCause {
    AS_QUOTED("As quoted"),
    MISSING("Missing boxes"),
    MORE("More boxes"),
    SHORTER_EXPIRY("Shorter expiry"),
    LONGER_EXPIRY("Longer expiry"),
    DAMAGED("Damaged"),
    BROKEN_SEAL("Broken seal"),
    UNREADABLE("Unreadable"),
    PEN_MARKS("Pen marks"),
    WATER("Water"),
    EXPIRED("Expired"),
    NOT_QUOTED("Not quoted"),
    NEW_PRICE("New price"),
    OTHER("Something else");

    /** The causes with their words, for a query to join. */
    static final String WORDS = Stream.of(values())
            .map(cause -> "('%s', '%s')".formatted(cause.name(), cause.words))
            .collect(Collectors.joining(", ", "(VALUES ", ") AS w (cause, words)"));

    private final String words;

    GapCause(String words) {
        this.words = words;
    }
}
