package medflip.platform.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that are old from a moment on. */
public interface RetainedRows {

    /** Also of the row {@code r}. */
    String UNLESS_HELD = " AND NOT write.is_held(r.tenant_id)";

    /** How many there are that were old before then. */
    long count(Instant before);

    /** Destroys some that were old before then, and says how many; a row that is changed meanwhile is left. */
    int destroy(Instant before, int most);

    /**
     * Rows of a table that are deleted.
     *
     * @param old a condition on the row {@code r} and {@code :before}
     */
    static RetainedRows deleted(JdbcClient jdbc, String table, String old) {
        return new SqlRows(jdbc, table, old, "DELETE FROM " + table + " r");
    }

    /**
     * The same, but for rows of businesses of which a law has something kept: they may be what it is about. Once
     * nothing is held they are old like any others, and go with the next sweep.
     */
    static RetainedRows deletedUnlessHeld(JdbcClient jdbc, String table, String old) {
        return deleted(jdbc, table, old + UNLESS_HELD);
    }

    /**
     * Rows of a table of which a part is emptied, but for those of businesses of which a law has something kept.
     *
     * @param old a condition on the row {@code r} and {@code :before}, no longer true of a row that was emptied
     */
    static RetainedRows emptiedUnlessHeld(JdbcClient jdbc, String table, String column, String old) {
        return new SqlRows(jdbc, table, old + UNLESS_HELD, "UPDATE " + table + " r SET " + column + " = NULL");
    }

    /** Each call of {@link #destroy} is one short transaction: a row that is changed meanwhile has another place. */
    record SqlRows(JdbcClient jdbc, String table, String old, String step) implements RetainedRows {

        @Override
        public long count(Instant before) {
            return jdbc.sql("SELECT count(*) FROM " + table + " r WHERE " + old)
                    .param("before", before.atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .single();
        }

        @Override
        public int destroy(Instant before, int most) {
            return jdbc.sql(step + " WHERE r.ctid = ANY (ARRAY(SELECT r.ctid FROM " + table + " r WHERE " + old
                            + " LIMIT :most))")
                    .param("before", before.atOffset(ZoneOffset.UTC))
                    .param("most", most)
                    .update();
        }
    }
}
