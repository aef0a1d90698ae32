package medflip.platform.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import medflip.platform.eventstore.Append.Outcome;
import medflip.platform.eventstore.Append.Row;
import org.jspecify.annotations.Nullable;

/** A call of {@code events.append}, prepared for one connection. */
final class AppendCall {

    private static final String APPEND =
            "SELECT stale, repeated, positions FROM events.append(" + "?,".repeat(12) + "?)";

    private final PreparedStatement statement;

    /**
     * @param outcomes of the members, in order
     * @param positions of all events that were stored, in order
     */
    record Appended(List<Outcome> outcomes, Long[] positions) {}

    AppendCall(Connection connection) throws SQLException {
        statement = connection.prepareStatement(APPEND);
    }

    Connection connection() throws SQLException {
        return statement.getConnection();
    }

    /** Runs it; the caller commits, where the connection doesn't by itself. */
    Appended execute(List<Append> batch) throws SQLException {
        bind(batch);
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            Set<Integer> stale = integers(result.getArray(1));
            Set<Integer> repeated = integers(result.getArray(2));
            Long[] positions = (Long[]) result.getArray(3).getArray();
            List<Outcome> outcomes = new ArrayList<>(batch.size());
            int stored = 0;
            for (int member = 0; member < batch.size(); member++) {
                if (repeated.contains(member)) {
                    outcomes.add(new Outcome.KeyTaken());
                } else if (stale.contains(member)) {
                    outcomes.add(new Outcome.VersionTaken());
                } else {
                    stored += batch.get(member).rows().size();
                    outcomes.add(new Outcome.Stored(positions[stored - 1]));
                }
            }
            return new Appended(outcomes, positions);
        }
    }

    /** The arguments: columns of all rows of all members. */
    private void bind(List<Append> batch) throws SQLException {
        int rows = batch.stream().mapToInt(member -> member.rows().size()).sum();
        Integer[] members = new Integer[rows];
        String[] aggregateIds = new String[rows];
        Long[] sequences = new Long[rows];
        @Nullable Long[] follows = new @Nullable Long[rows];
        String[] types = new String[rows];
        UUID[] eventIds = new UUID[rows];
        String[] timestamps = new String[rows];
        String[] payloadTypes = new String[rows];
        @Nullable String[] payloadRevisions = new @Nullable String[rows];
        byte[][] payloads = new byte[rows][];
        byte[][] metadata = new byte[rows][];
        @Nullable String[] keys = new @Nullable String[rows];
        @Nullable String[] hashes = new @Nullable String[rows];
        int i = 0;
        for (int member = 0; member < batch.size(); member++) {
            for (Row row : batch.get(member).rows()) {
                members[i] = member;
                aggregateIds[i] = row.aggregateId();
                sequences[i] = row.sequence();
                follows[i] = row.follows();
                types[i] = row.type();
                eventIds[i] = row.eventId();
                timestamps[i] = row.timestamp().toString();
                payloadTypes[i] = row.payloadType();
                payloadRevisions[i] = row.payloadRevision();
                payloads[i] = row.payload();
                metadata[i] = row.metadata();
                i++;
            }
            keys[i - 1] = batch.get(member).idempotencyKey();
            hashes[i - 1] = batch.get(member).requestHash();
        }
        Connection connection = connection();
        statement.setArray(1, connection.createArrayOf("int4", members));
        statement.setArray(2, connection.createArrayOf("text", aggregateIds));
        statement.setArray(3, connection.createArrayOf("int8", sequences));
        statement.setArray(4, connection.createArrayOf("int8", follows));
        statement.setArray(5, connection.createArrayOf("text", types));
        statement.setArray(6, connection.createArrayOf("uuid", eventIds));
        statement.setArray(7, connection.createArrayOf("timestamptz", timestamps));
        statement.setArray(8, connection.createArrayOf("text", payloadTypes));
        statement.setArray(9, connection.createArrayOf("text", payloadRevisions));
        statement.setArray(10, connection.createArrayOf("bytea", payloads));
        statement.setArray(11, connection.createArrayOf("bytea", metadata));
        statement.setArray(12, connection.createArrayOf("text", keys));
        statement.setArray(13, connection.createArrayOf("text", hashes));
    }

    private static Set<Integer> integers(Array array) throws SQLException {
        Integer[] values = (Integer[]) array.getArray();
        return values.length == 0 ? Set.of() : new HashSet<>(List.of(values));
    }
}
