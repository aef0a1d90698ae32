package medflip.platform.eventstore;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The end of a group: events that were stored at the server in one step.
 *
 * @param number of the group, from 0, without holes: of two groups that claim the same, the server takes one
 * @param position of the group's last event
 * @param events how many the log has up to this one
 * @param hash SHA-256 over the marker before, and over this group
 */
public record LogMarker(long number, long position, long events, byte[] hash) {

    private static final int HASH_BYTES = 32;

    /** What stands before the first group. */
    public static final LogMarker NONE = new LogMarker(-1, 0, 0, new byte[HASH_BYTES]);

    /** @param rows in order, at least one */
    LogMarker then(List<LogRow> rows) {
        MessageDigest digest = sha256();
        digest.update(hash);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number + 1).flip());
        rows.forEach(row -> digest.update(row.form()));
        return new LogMarker(number + 1, rows.getLast().position(), events + rows.size(), digest.digest());
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
