package medflip.platform.eventstore;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server that holds the log, of which the table then is a copy. */
public interface LogServer {

    /** What was stored in one step. */
    record Group(List<LogRow> rows, LogMarker marker) {}

    /** Takes groups one after the other. */
    interface Reader {
        void next(Group group) throws SQLException;
    }

    /** @throws Unreachable if nothing can be asked of it now */
    void requireReachable();

    /**
     * The marker of the last group, {@link LogMarker#NONE} if it holds nothing.
     *
     * @throws Unreachable if it doesn't answer
     * @throws OtherLog if it holds what isn't of a log of ours
     */
    LogMarker last();

    /**
     * Stores a group, all of it or nothing. Once it returns, the server has it.
     *
     * @throws Refused if a group of this number, or a version that this one brings, is there: nothing was stored
     * @throws Unreachable if nothing was sent
     * @throws Lost if no answer came: it may be stored, now or later
     */
    void append(Group group);

    /**
     * Reads the groups between two markers, in order, as they are there: nothing is checked but their form.
     *
     * @param after the marker before the first group that is wanted
     * @param last the marker of the last one
     * @throws Unreachable if it stops answering
     * @throws OtherLog if it holds what isn't of a log of ours
     */
    void read(LogMarker after, LogMarker last, Reader reader) throws SQLException;

    /** It can't be asked, and nothing was stored. */
    final class Unreachable extends RuntimeException {
        public Unreachable(@Nullable Throwable cause) {
            super("Axon Server, which keeps the log, can't be reached.", cause);
        }
    }

    /** It has something else at that place: it was added to since it was last asked. */
    final class Refused extends RuntimeException {
        public Refused(Throwable cause) {
            super("Axon Server has another group there.", cause);
        }
    }

    /** The answer was lost. */
    final class Lost extends RuntimeException {
        public Lost(Throwable cause) {
            super("Axon Server's answer was lost.", cause);
        }
    }

    /** What it holds isn't the log that the table is a copy of. Somebody has to look. */
    final class OtherLog extends IllegalStateException {
        public OtherLog(String message) {
            super(message);
        }
    }
}
