package medflip.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import medflip.platform.eventstore.Append.Outcome;
import medflip.platform.eventstore.AppendCall.Appended;
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

    /** Of {@code events.append}. */
    private static final long APPENDING = 7_075_109_867L;

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
    private @Nullable AppendCall append;
    private long lastUsed;
    /** Whether table and server are known to have the same end; others may add to both since. */
    private boolean met;
    /** Position of the last event that was stored by this; 0 before the first. */
    private long last;
    /** Whether another node appended between the last two batches of this one. */
    private boolean shared;
    /** Whether the lock of all appends is held, in an open transaction. */
    private boolean turn;

    /**
     * @param connections each call opens a new connection, as a role that may insert events
     * @param copy null where the table itself is the log
     */
    EventAppender(DataSource connections, @Nullable LogCopy copy) {
        this.connections = connections;
        this.copy = copy;
    }

    /**
     * Waits until no other node appends, if one was seen to: the next batch is then made up when it can be stored. Of
     * two nodes that wait for each other with batches made up before, each would commit smaller ones, and more of them.
     * A node by itself has nothing to wait for, and is spared the round trips. Never throws.
     */
    void awaitTurn() {
        if (!shared) {
            return;
        }
        try {
            Connection open = call().connection();
            open.setAutoCommit(false);
            open.rollback();
            lock(open);
            turn = true;
        } catch (SQLException | RuntimeException e) {
            log.debug("No turn to append; the batch will tell why", e);
            close();
        }
    }

    /** Answers the outcome of each append, in order; no two may claim the same. Never throws. */
    List<Outcome> append(List<Append> batch) {
        AppendCall call;
        try {
            call = call();
        } catch (SQLException | RuntimeException e) {
            close();
            return all(batch, new Outcome.Failed(e));
        }
        try {
            return copy == null ? storeHere(call, batch) : storeInBoth(call, batch, copy);
        } catch (SQLException e) {
            if (mayHaveCommitted(e)) {
                close();
                return all(batch, new Outcome.Unknown(e));
            }
            rollBack();
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

    private List<Outcome> storeHere(AppendCall call, List<Append> batch) throws SQLException {
        Appended appended = execute(call, batch);
        if (turn) {
            Connection open = call.connection();
            open.commit();
            open.setAutoCommit(true);
            turn = false;
        }
        return appended.outcomes();
    }

    /** Gives the lock back that a transaction which stores nothing still holds. */
    private void rollBack() {
        turn = false;
        try {
            if (connection != null && !connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(copy == null);
            }
        } catch (SQLException e) {
            close();
        }
    }

    private Appended execute(AppendCall call, List<Append> batch) throws SQLException {
        Appended appended = call.execute(batch);
        Long[] positions = appended.positions();
        if (positions.length > 0) {
            shared = last > 0 && positions[0] > last + 1;
            last = positions[positions.length - 1];
        }
        return appended;
    }

    /** Commits what the server has taken. */
    private List<Outcome> storeInBoth(AppendCall call, List<Append> batch, LogCopy both) throws SQLException {
        int rows = batch.stream().mapToInt(member -> member.rows().size()).sum();
        if (rows > LARGEST_GROUP) {
            rollBack();
            return batch.size() == 1
                    ? List.of(new Outcome.Failed(new IllegalArgumentException(rows + " events in one step")))
                    : oneByOne(batch);
        }
        Connection open = call.connection();
        if (!turn) {
            open.rollback();
        }
        turn = false;
        both.requireReachable();
        for (int attempt = 1; ; attempt++) {
            if (!met) {
                both.meet(open, false);
                met = true;
            }
            Appended appended = execute(call, batch);
            if (appended.positions().length == 0) {
                open.rollback();
                return appended.outcomes();
            }
            try {
                both.add(open, appended.positions()[0] - 1);
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
            return appended.outcomes();
        }
    }

    /** A connection that stood idle is asked whether it lives, so that a server's restart meanwhile fails nobody. */
    private AppendCall call() throws SQLException {
        long now = System.nanoTime();
        if (connection != null && now - lastUsed > IDLE && !connection.isValid(VALID_WITHIN_SECONDS)) {
            close();
        }
        lastUsed = now;
        if (append == null) {
            connection = connections.getConnection();
            (copy == null ? LogPlace.POSTGRESQL : LogPlace.AXONSERVER).hold(connection);
            connection.setAutoCommit(copy == null);
            append = new AppendCall(connection);
        }
        return append;
    }

    @Override
    public void close() {
        try (Connection lost = connection) {
            append = null;
            connection = null;
            met = false;
            turn = false;
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

    /** Takes the lock of {@code events.append} until the transaction ends. */
    static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + APPENDING + ")");
        }
    }

    private static List<Outcome> all(List<Append> batch, Outcome outcome) {
        return batch.stream().map(member -> outcome).toList();
    }
}
