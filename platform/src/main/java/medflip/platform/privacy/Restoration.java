package medflip.platform.privacy;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether this system came out of a backup, and how far that is. */
public final class Restoration {

    /** Of a system that came out of a backup. */
    public enum State {
        /** It may be half there. */
        LOADING,
        /** It is there, with everybody who was forgotten since. */
        LOADED,
        /** Whoever was forgotten since is forgotten here too. */
        SERVING
    }

    private final JdbcClient jdbc;

    /** @param keysDataSource connections as medflip_keys to the keys database */
    public Restoration(DataSource keysDataSource) {
        this.jdbc = JdbcClient.create(keysDataSource);
    }

    /** Empty where it grew by itself. */
    public Optional<State> state() {
        return jdbc.sql("SELECT state FROM keyring.restoration_state() AS state WHERE state IS NOT NULL")
                .query(State.class)
                .optional();
    }

    /** Whether it came out of a backup and took no request since. */
    public boolean isFresh() {
        return state().filter(State.LOADED::equals).isPresent();
    }

    /** From here on it serves. */
    public void serve() {
        jdbc.sql("SELECT keyring.restoration_serves()")
                .query((row, number) -> "")
                .list();
    }
}
