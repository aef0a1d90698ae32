package medflip.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import medflip.platform.eventstore.LogServer.Group;
import medflip.platform.eventstore.LogServer.OtherLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the table and the server that holds the log together. Each group is stored at the server while the transaction
 * that has it in the table is open and holds the lock of all appends; so the server is ahead by one group at most, if
 * that transaction ends otherwise. Whoever comes next is refused there, and reads that group first.
 */
final class LogCopy {

    private static final Logger log = LoggerFactory.getLogger(LogCopy.class);

    private static final String ROWS = "SELECT " + LogRow.COLUMNS
            + " FROM events.domain_event WHERE global_index > ? ORDER BY global_index LIMIT ?";
    private static final String MARKERS = "SELECT number, position, events, hash FROM events.log_group";
    private static final String RESTORE = "SELECT events.restore(" + "?,".repeat(12) + "?)";

    /** Rows that are restored in one transaction, or somewhat more. */
    private static final int BATCH = 1_000;

    private final LogServer server;
    private @Nullable CommandKey key;

    LogCopy(LogServer server) {
        this.server = server;
    }

    /** @throws LogServer.Unreachable if there is no sense in beginning */
    void requireReachable() {
        server.requireReachable();
    }

    /**
     * Stores at the server what this transaction has stored in the table, to be followed by the commit at once.
     *
     * @param before a position before the first of it, behind all that was there
     */
    void add(Connection connection, long before) throws SQLException {
        List<LogRow> rows = rows(connection, before, Integer.MAX_VALUE);
        LogMarker marker = last(connection).then(rows, key(connection));
        note(connection, marker);
        server.append(new Group(rows, marker));
    }

    /**
     * Brings both to the same end: groups that one of them lacks are taken from the other. The server lacks some if it
     * lost what it had acknowledged; the table, if a transaction failed whose group the server has.
     *
     * @param connection without auto-commit and in no transaction; none is left open
     * @param fromNothing whether a table without any group may be filled with a whole log
     * @throws OtherLog if they don't have the same beginning
     */
    void meet(Connection connection, boolean fromNothing) throws SQLException {
        EventAppender.lock(connection);
        LogMarker here = last(connection);
        LogMarker there = server.last();
        if (there.number() > here.number()) {
            if (here.number() < 0 && !fromNothing) {
                throw new OtherLog("Axon Server holds a log, and this database none of it. Is it another service's? If"
                        + " it is to be read from there, run MoveEvents --to=axonserver.");
            }
            log.info("Events are read from Axon Server that the table lacks: {}", there.events() - here.events());
            restore(connection, here, there);
        } else {
            LogMarker common = marker(connection, there.number());
            if (!common.isSame(there)) {
                throw new OtherLog("Axon Server's group " + there.number() + " isn't what the table has of it.");
            }
            if (here.number() > there.number()) {
                log.warn("Axon Server lacks events that it had acknowledged: {}", here.events() - there.events());
                sendAgain(connection, common, here);
            }
        }
        connection.commit();
    }

    /** Rows behind a position, in order. */
    static List<LogRow> rows(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            try (ResultSet found = statement.executeQuery()) {
                List<LogRow> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(LogRow.of(found));
                }
                return rows;
            }
        }
    }

    /** Notes the end of a group whose rows are in the table. */
    static void note(Connection connection, LogMarker marker) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO events.log_group (number, position, events, hash) VALUES (?, ?, ?, ?)")) {
            statement.setLong(1, marker.number());
            statement.setLong(2, marker.position());
            statement.setLong(3, marker.events());
            statement.setBytes(4, marker.hash());
            statement.executeUpdate();
        }
    }

    private void restore(Connection connection, LogMarker from, LogMarker to) throws SQLException {
        List<Group> waiting = new ArrayList<>();
        LogMarker[] end = {from};
        int[] rows = {0};
        CommandKey known = key(connection);
        server.read(from, to, group -> {
            end[0] = follow(end[0], group, known);
            waiting.add(group);
            rows[0] += group.rows().size();
            if (rows[0] >= BATCH) {
                restore(connection, waiting);
                waiting.clear();
                rows[0] = 0;
                connection.commit();
                EventAppender.lock(connection);
            }
        });
        restore(connection, waiting);
    }

    /**
     * The group's marker.
     *
     * @throws OtherLog if the group isn't what follows on the one before
     */
    static LogMarker follow(LogMarker before, Group group, CommandKey key) {
        LogMarker reckoned = before.then(group.rows(), key);
        if (!reckoned.isSame(group.marker())) {
            throw new OtherLog("Axon Server's group " + group.marker().number() + ", up to position "
                    + group.marker().position() + ", isn't what its hash says, or doesn't follow on what is here.");
        }
        return reckoned;
    }

    private static void restore(Connection connection, List<Group> groups) throws SQLException {
        List<LogRow> rows =
                groups.stream().flatMap(group -> group.rows().stream()).toList();
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(RESTORE)) {
            set(statement, 1, "int8", rows, LogRow::position);
            set(
                    statement,
                    2,
                    "timestamptz",
                    rows,
                    row -> row.event().recordedAt().toString());
            set(statement, 3, "text", rows, row -> row.event().aggregateId());
            set(statement, 4, "int8", rows, row -> row.event().sequence());
            set(statement, 5, "text", rows, row -> row.event().type());
            set(statement, 6, "uuid", rows, row -> UUID.fromString(row.event().eventId()));
            set(
                    statement,
                    7,
                    "timestamptz",
                    rows,
                    row -> row.event().timestamp().toString());
            set(statement, 8, "text", rows, row -> row.event().payloadType());
            set(statement, 9, "text", rows, row -> row.event().payloadRevision());
            set(statement, 10, "bytea", rows, row -> row.event().payload());
            set(statement, 11, "bytea", rows, row -> row.event().metadata());
            set(statement, 12, "text", rows, LogRow::idempotencyKey);
            set(statement, 13, "text", rows, LogRow::requestHash);
            statement.execute();
        }
        for (Group group : groups) {
            note(connection, group.marker());
        }
    }

    private static void set(
            PreparedStatement statement,
            int place,
            String type,
            List<LogRow> rows,
            Function<LogRow, @Nullable Object> value)
            throws SQLException {
        @Nullable Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        statement.setArray(place, statement.getConnection().createArrayOf(type, values));
    }

    private void sendAgain(Connection connection, LogMarker from, LogMarker to) throws SQLException {
        LogMarker end = from;
        while (end.number() < to.number()) {
            LogMarker next = marker(connection, end.number() + 1);
            List<LogRow> rows = rows(connection, end.position(), Math.toIntExact(next.events() - end.events()));
            end = follow(end, new Group(rows, next), key(connection));
            server.append(new Group(rows, next));
        }
    }

    private CommandKey key(Connection connection) {
        if (key == null) {
            key = CommandKey.of(connection);
        }
        return key;
    }

    /** The last group's that the table has. */
    static LogMarker last(Connection connection) throws SQLException {
        return markerBy(connection, MARKERS + " ORDER BY number DESC LIMIT 1");
    }

    private static LogMarker marker(Connection connection, long number) throws SQLException {
        return markerBy(connection, MARKERS + " WHERE number = " + number);
    }

    private static LogMarker markerBy(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(question)) {
            return found.next()
                    ? new LogMarker(found.getLong(1), found.getLong(2), found.getLong(3), found.getBytes(4))
                    : LogMarker.NONE;
        }
    }
}
