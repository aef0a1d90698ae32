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
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import medflip.platform.eventstore.Append.Outcome;
import medflip.platform.eventstore.Append.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores batches of appends over one connection of its own, each batch in one transaction: in one round trip, or, where
 * a server holds the log, in a few, with the server's in between. A lost connection is opened again for the next batch.
 * Used by one thread.
 */
final class EventAppender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventAppender.class);

    private static final String APPEND =
            "SELECT stale, repeated, positions FROM events.append(" + "?,".repeat(12) + "?)";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final long IDLE = TimeUnit.SECONDS.toNanos(1);
    private static final int VALID_WITHIN_SECONDS = 5;
    /** Of a group at the server, which keeps no more than thrice as many together whatever happens. */
    private static final int LARGEST_GROUP = 10_000;
    /** The server may have a group that was thought lost, and take it a moment after it was asked. */
    private static final int ATTEMPTS = 3;

    private final DataSource connections;
    private final @Nullable LogCopy copy;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement append;
    private long lastUsed;
    /** Whether table and server are known to have the same end; others may add to both since. */
    private boolean met;

    private record Executed(List<Outcome> outcomes, Long[] positions) {}

    /**
     * @param connections each call opens a new connection, as a role that may insert events
     * @param copy null where the table itself is the log
     */
    EventAppender(DataSource connections, @Nullable LogCopy copy) {
        this.connections = connections;
        this.copy = copy;
    }

    /** Answers the outcome of each append, in order; no two may claim the same. Never throws. */
    List<Outcome> append(List<Append> batch) {
        PreparedStatement statement;
        try {
            statement = statement();
        } catch (SQLException | RuntimeException e) {
            close();
            return all(batch, new Outcome.Failed(e));
        }
        try {
            return copy == null ? execute(statement, batch).outcomes() : storeInBoth(statement, batch, copy);
        } catch (SQLException e) {
            if (mayHaveCommitted(e)) {
                close();
                return all(batch, new Outcome.Unknown(e));
            }
            return batch.size() == 1 ? List.of(refusal(e)) : oneByOne(batch);
        } catch (LogServer.Unreachable | LogServer.Refused | LogServer.OtherLog e) {
            close();
            log.warn("Events can't be stored: {}", e.getMessage());
            return all(batch, new Outcome.Failed(e));
        } catch (RuntimeException | Error e) {
            close();
            return all(batch, new Outcome.Unknown(e));
        }
    }

    /** One member that the database refuses to take must not fail the others. */
    private List<Outcome> oneByOne(List<Append> batch) {
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        batch.forEach(member -> outcomes.addAll(append(List.of(member))));
        return outcomes;
    }

    /** Commits what the server has taken. */
    private List<Outcome> storeInBoth(PreparedStatement statement, List<Append> batch, LogCopy both)
            throws SQLException {
        int rows = batch.stream().mapToInt(member -> member.rows().size()).sum();
        if (rows > LARGEST_GROUP) {
            return batch.size() == 1
                    ? List.of(new Outcome.Failed(new IllegalArgumentException(rows + " events in one step")))
                    : oneByOne(batch);
        }
        Connection open = statement.getConnection();
        open.rollback();
        both.requireReachable();
        for (int attempt = 1; ; attempt++) {
            if (!met) {
                both.meet(open, false);
                met = true;
            }
            Executed executed = execute(statement, batch);
            if (executed.positions().length == 0) {
                open.rollback();
                return executed.outcomes();
            }
            try {
                both.add(open, executed.positions()[0] - 1);
            } catch (LogServer.Refused e) {
                open.rollback();
                met = false;
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                continue;
            }
            try {
                open.commit();
            } catch (SQLException e) {
                close();
                return all(batch, new Outcome.Unknown(e));
            }
            return executed.outcomes();
        }
    }

    private Executed execute(PreparedStatement statement, List<Append> batch) throws SQLException {
        bind(statement, batch);
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
            return new Executed(outcomes, positions);
        }
    }

    /** The arguments of {@code events.append}: columns of all rows of all members. */
    private static void bind(PreparedStatement statement, List<Append> batch) throws SQLException {
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
        Connection connection = statement.getConnection();
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

    /** A connection that stood idle is asked whether it lives, so that a server's restart meanwhile fails nobody. */
    private PreparedStatement statement() throws SQLException {
        long now = System.nanoTime();
        if (connection != null && now - lastUsed > IDLE && !connection.isValid(VALID_WITHIN_SECONDS)) {
            close();
        }
        lastUsed = now;
        if (append == null) {
            connection = connections.getConnection();
            (copy == null ? LogPlace.POSTGRESQL : LogPlace.AXONSERVER).hold(connection);
            connection.setAutoCommit(copy == null);
            append = connection.prepareStatement(APPEND);
        }
        return append;
    }

    @Override
    public void close() {
        try (Connection lost = connection) {
            append = null;
            connection = null;
            met = false;
        } catch (SQLException e) {
            log.debug("The appending connection doesn't close properly", e);
        }
    }

    /** The server answers an error of ours with "rolled back"; anything else leaves open how far it came. */
    private static boolean mayHaveCommitted(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /** Only a writer that doesn't append by the function, and so without its lock, can cause a unique violation. */
    private static Outcome refusal(SQLException e) {
        if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
            return new Outcome.Failed(e);
        }
        return String.valueOf(e.getMessage()).contains("one_answer_a_key")
                ? new Outcome.KeyTaken()
                : new Outcome.VersionTaken();
    }

    private static Set<Integer> integers(Array array) throws SQLException {
        Integer[] values = (Integer[]) array.getArray();
        return values.length == 0 ? Set.of() : new HashSet<>(List.of(values));
    }

    private static List<Outcome> all(List<Append> batch, Outcome outcome) {
        return batch.stream().map(member -> outcome).toList();
    }
}
