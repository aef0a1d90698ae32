package medflip.platform.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the log is kept. The database remembers it, so that nobody adds to a log that is elsewhere. */
public enum LogPlace {
    POSTGRESQL("PostgreSQL"),
    AXONSERVER("Axon Server");

    /** Whoever adds to the log holds it with others, whoever moves it alone. */
    private static final long MOVING = 7_075_109_870L;

    private final String called;

    LogPlace(String called) {
        this.called = called;
    }

    /**
     * @param setting as {@code medflip.events.store} has it; empty for PostgreSQL
     * @throws IllegalStateException if it names neither
     */
    public static LogPlace of(String setting) {
        return switch (setting) {
            case "", "postgresql" -> POSTGRESQL;
            case "axonserver" -> AXONSERVER;
            default ->
                throw new IllegalStateException("The log is kept in postgresql or axonserver, not in " + setting + ".");
        };
    }

    /**
     * Sees that the log is kept here; one that is empty is from now on.
     *
     * @param connections of the service's role
     * @throws IllegalStateException if it is kept elsewhere
     */
    public void begin(DataSource connections) {
        require(JdbcClient.create(connections)
                .sql("SELECT events.begin_log_in(?)")
                .param(name().toLowerCase(Locale.ROOT))
                .query(String.class)
                .single());
    }

    /**
     * Sees that the log is kept here, and that nobody moves it as long as the connection lasts.
     *
     * @throws IllegalStateException if it is kept elsewhere, or being moved
     */
    void hold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!says(statement, "SELECT pg_try_advisory_lock_shared(" + MOVING + ")")
                    .equals("t")) {
                throw new IllegalStateException("The log is being moved.");
            }
            require(says(statement, "SELECT store FROM events.log_place"));
        }
    }

    /** Holds it alone for as long as the connection lasts; answers whether nobody adds to the log. */
    static boolean holdAlone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return says(statement, "SELECT pg_try_advisory_lock(" + MOVING + ")")
                    .equals("t");
        }
    }

    /** Where the log is kept. */
    static LogPlace now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return of(says(statement, "SELECT store FROM events.log_place"));
        }
    }

    /** Remembers, as the owner, that it is kept here from the commit on. */
    void remember(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE events.log_place SET store = '" + name().toLowerCase(Locale.ROOT) + "'");
        }
    }

    private void require(String store) {
        LogPlace kept = of(store);
        if (kept != this) {
            throw new IllegalStateException("The log is kept in " + kept.called + ", and the setting"
                    + " medflip.events.store says " + name().toLowerCase(Locale.ROOT) + ". Set it to " + store
                    + ", or stop every command side and move the log by MoveEvents. Nothing was changed.");
        }
    }

    private static String says(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
