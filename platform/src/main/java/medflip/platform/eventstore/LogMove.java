package medflip.platform.eventstore;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.eventstore.LogServer.Group;
import medflip.platform.eventstore.LogServer.OtherLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the log from PostgreSQL to Axon Server and back, while nobody adds to it. What is there is copied in order;
 * then both are read to their end and compared byte for byte; last, the database remembers the new place. Cut off
 * anywhere before that, the log is where it was, and the next try goes on where this one stopped.
 */
public final class LogMove {

    private static final Logger log = LoggerFactory.getLogger(LogMove.class);

    /** Events a group. */
    private static final int GROUP = 1_000;

    private final DatabaseAccess access;
    private final LogServer server;

    /** @param access with the owner of the databases, which are in their present form */
    public LogMove(DatabaseAccess access, LogServer server) {
        this.access = access;
        this.server = server;
    }

    /**
     * Moves the log, or only compares where it is there already.
     *
     * @return how many events the log has, in both
     * @throws IllegalStateException if somebody adds to the log, or if the two differ; the log is where it was then
     */
    public long to(LogPlace wanted) {
        try (Connection connection = DriverManager.getConnection(
                access.url(), access.owner().role(), access.owner().password())) {
            if (!LogPlace.holdAlone(connection)) {
                throw new IllegalStateException(
                        "A service works on this log. Stop every command side first. Nothing" + " was changed.");
            }
            connection.setAutoCommit(false);
            bring(connection, LogPlace.now(connection), wanted);
            List<LogMarker> markers = compare(connection);
            settle(connection, wanted, markers);
            return markers.isEmpty() ? 0 : markers.getLast().events();
        } catch (SQLException e) {
            throw new IllegalStateException("The database doesn't take part in the move", e);
        }
    }

    /** Leaves both with the same log, as far as markers tell. */
    private void bring(Connection connection, LogPlace now, LogPlace wanted) throws SQLException {
        if (now == LogPlace.POSTGRESQL && wanted == LogPlace.POSTGRESQL) {
            throw new IllegalStateException("The log is kept in PostgreSQL. Nothing was changed.");
        }
        LogMarker there = server.last();
        if (now == LogPlace.POSTGRESQL && there.number() >= 0 && counted(connection, Long.MAX_VALUE) == 0) {
            log.info("The table is empty, and is filled from Axon Server");
            LogPlace.AXONSERVER.remember(connection);
            connection.commit();
            new LogCopy(server).meet(connection, true);
        } else if (now == LogPlace.AXONSERVER) {
            connection.commit();
            new LogCopy(server).meet(connection, true);
        } else {
            send(connection, there);
        }
    }

    private void send(Connection connection, LogMarker there) throws SQLException {
        if (counted(connection, there.position()) != there.events()) {
            throw new OtherLog("Axon Server holds a log that this database hasn't, or has another beginning of. Begin"
                    + " with an empty one. Nothing was changed.");
        }
        LogMarker end = there;
        CommandKey key = CommandKey.of(connection);
        while (true) {
            List<LogRow> rows = LogCopy.rows(connection, end.position(), GROUP);
            connection.commit();
            if (rows.isEmpty()) {
                return;
            }
            LogMarker next = end.then(rows, key);
            server.append(new Group(rows, next));
            end = next;
            log.info("{} events are at Axon Server", end.events());
        }
    }

    /** Reads both to their end; answers the markers of all groups. */
    private List<LogMarker> compare(Connection connection) throws SQLException {
        List<LogMarker> markers = new ArrayList<>();
        Deque<LogRow> page = new ArrayDeque<>();
        LogMarker[] end = {LogMarker.NONE};
        long[] position = {0};
        CommandKey key = CommandKey.of(connection);
        server.read(LogMarker.NONE, server.last(), group -> {
            for (LogRow theirs : group.rows()) {
                if (page.isEmpty()) {
                    page.addAll(LogCopy.rows(connection, position[0], GROUP));
                }
                LogRow ours = page.poll();
                if (ours == null || !ours.isSame(theirs)) {
                    throw new OtherLog(
                            "The two differ at position " + theirs.position() + ". The log is where it was.");
                }
                position[0] = ours.position();
            }
            end[0] = LogCopy.follow(end[0], group, key);
            markers.add(end[0]);
        });
        if (counted(connection, Long.MAX_VALUE) != end[0].events()) {
            throw new OtherLog("The table has events that Axon Server lacks. The log is where it was.");
        }
        return markers;
    }

    private static void settle(Connection connection, LogPlace wanted, List<LogMarker> markers) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM events.log_group");
        }
        if (wanted == LogPlace.AXONSERVER) {
            for (LogMarker marker : markers) {
                LogCopy.note(connection, marker);
            }
        }
        wanted.remember(connection);
        connection.commit();
    }

    /** How many events there are up to a position. */
    private static long counted(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM events.domain_event WHERE global_index <= ?")) {
            statement.setLong(1, position);
            try (ResultSet counted = statement.executeQuery()) {
                counted.next();
                return counted.getLong(1);
            }
        }
    }
}
