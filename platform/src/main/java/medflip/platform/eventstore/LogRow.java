package medflip.platform.eventstore;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A fact with all that makes its row again, byte for byte.
 *
 * @param idempotencyKey of a command's last event, if it has one
 * @param requestHash there if the key is
 */
public record LogRow(
        StoredEvent event,
        @Nullable String idempotencyKey,
        @Nullable String requestHash) {

    static final String COLUMNS = StoredEvent.COLUMNS + ", idempotency_key, request_hash";
    private static final int KEY_COLUMN = 12;
    private static final int HASH_COLUMN = 13;
    private static final int ABSENT = -1;

    static LogRow of(ResultSet row) throws SQLException {
        return new LogRow(StoredEvent.of(row), row.getString(KEY_COLUMN), row.getString(HASH_COLUMN));
    }

    long position() {
        return event.position();
    }

    /** Whether the row is the same to the last byte. */
    boolean isSame(LogRow other) {
        return Arrays.equals(form(), other.form());
    }

    /** One form for each row, and another one for each other row. It is hashed, so it may never change. */
    byte[] form() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(event.position());
            write(out, event.recordedAt().toString());
            write(out, event.aggregateId());
            out.writeLong(event.sequence());
            write(out, event.type());
            write(out, event.eventId());
            write(out, event.timestamp().toString());
            write(out, event.payloadType());
            write(out, event.payloadRevision());
            write(out, event.payload());
            write(out, event.metadata());
            write(out, idempotencyKey);
            write(out, requestHash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
        } else {
            write(out, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
