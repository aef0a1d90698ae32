package medflip.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that isn't there from one that refuses. */
public final class DatabaseAway {

    private static final int CAUSES = 8;
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private DatabaseAway() {}

    /**
     * Whether a failure, or what caused it, says that a database couldn't be reached, that it is about to end, or that
     * a connection to it was lost or not to be had in time: what passes by itself.
     */
    public static boolean is(Throwable failed) {
        return causes(failed).anyMatch(each -> each instanceof SQLException sql && isAway(sql));
    }

    /**
     * A failure and what caused it. Where its transaction couldn't even be rolled back, the cause is what the
     * transaction failed of: that is told by the connection that was lost, and not by the rollback that found it
     * closed.
     */
    public static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, each -> each != null, DatabaseAway::cause).limit(CAUSES);
    }

    private static @Nullable Throwable cause(Throwable failed) {
        return failed instanceof TransactionSystemException rollback && rollback.getApplicationException() != null
                ? rollback.getApplicationException()
                : failed.getCause();
    }

    private static boolean isAway(SQLException failed) {
        // As the pool says that it has no connection.
        return failed instanceof SQLTransientConnectionException || saysSo(failed.getSQLState());
    }

    private static boolean saysSo(@Nullable String state) {
        return state != null
                && (state.startsWith("08") || state.startsWith("57P") || state.equals(TOO_MANY_CONNECTIONS));
    }
}
