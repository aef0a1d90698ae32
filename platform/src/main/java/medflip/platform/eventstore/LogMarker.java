package medflip.platform.eventstore;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;

/**
 * The end of a group: events that were stored at the server in one step.
 *
 * @param number of the group, from 0, without holes: of two groups that claim the same, the server takes one
 * @param position of the group's last event
 * @param events how many the log has up to this one
 * @param hash over the marker before, and over this group; none but a command side can make it
 */
public record LogMarker(long number, long position, long events, byte[] hash) {

    private static final int HASH_BYTES = 32;

    /** What stands before the first group. */
    public static final LogMarker NONE = new LogMarker(-1, 0, 0, new byte[HASH_BYTES]);

    /** @param rows in order, at least one */
    LogMarker then(List<LogRow> rows, CommandKey key) {
        Mac code = key.mac("log group");
        code.update(hash);
        code.update(ByteBuffer.allocate(Long.BYTES).putLong(number + 1).flip());
        rows.forEach(row -> code.update(row.form()));
        return new LogMarker(number + 1, rows.getLast().position(), events + rows.size(), code.doFinal());
    }

    /** The marker's place among all that the server holds, from 0: events and one marker for each group. */
    public long place() {
        return events + number;
    }

    /** Whether it ends the same log. */
    boolean isSame(LogMarker other) {
        return number == other.number
                && position == other.position
                && events == other.events
                && MessageDigest.isEqual(hash, other.hash);
    }
}
