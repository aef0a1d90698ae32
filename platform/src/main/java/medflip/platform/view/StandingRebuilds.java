package medflip.platform.view;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.platform.text.Ids;
import medflip.platform.view.ViewSwitch.RebuildState;
import medflip.platform.view.ViewSwitch.ViewRebuild;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the last rebuild of each view stands, for whichever process asks. The process that makes it says now and then
 * that it is there; once it doesn't, the rebuild has ended with it, and another process may begin anew.
 */
public final class StandingRebuilds {

    /** After so long without a word a process has ended. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    /** What is said to have gone wrong then. */
    static final String PROCESS_ENDED = "ProcessEnded";

    private final JdbcClient jdbc;
    private final UUID process = Ids.next();

    public StandingRebuilds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this process is to rebuild the view: not if one that is there does so. */
    boolean begin(String view, Instant now) {
        return statement("""
                        INSERT INTO read.rebuild AS r (processor, process, state, started_at)
                        VALUES (:view, :process, 'WAITING', :now)
                        ON CONFLICT (processor) DO UPDATE SET
                            process = excluded.process, state = excluded.state, percent = 0, events = 0, waits = 0,
                            started_at = excluded.started_at, seen_at = now(), ended_at = NULL, failure = NULL
                        WHERE r.ended_at IS NOT NULL OR r.seen_at < now() - make_interval(secs => :silence)
                        """, view)
                        .param("now", utc(now))
                        .param("silence", SILENCE.toSeconds())
                        .update()
                == 1;
    }

    void note(String view, RebuildState state, int percent) {
        statement("""
                        UPDATE read.rebuild SET state = :state, percent = :percent, seen_at = now()
                        WHERE processor = :view AND process = :process AND ended_at IS NULL
                        """, view)
                .param("state", state.name())
                .param("percent", percent)
                .update();
    }

    void done(String view, long events, int waits, Instant now) {
        statement("""
                        UPDATE read.rebuild
                        SET state = 'DONE', percent = 100, events = :events, waits = :waits, ended_at = :now
                        WHERE processor = :view AND process = :process AND ended_at IS NULL
                        """, view)
                .param("events", events)
                .param("waits", waits)
                .param("now", utc(now))
                .update();
    }

    void failed(String view, String failure, Instant now) {
        statement("""
                        UPDATE read.rebuild SET state = 'FAILED', failure = :failure, ended_at = :now
                        WHERE processor = :view AND process = :process AND ended_at IS NULL
                        """, view).param("failure", failure).param("now", utc(now)).update();
    }

    /** This process is there, and so are its rebuilds. */
    void sayHere() {
        jdbc.sql("UPDATE read.rebuild SET seen_at = now() WHERE process = :process AND ended_at IS NULL")
                .param("process", process)
                .update();
    }

    /** The last begun first. */
    public List<ViewRebuild> all() {
        return jdbc.sql("""
                        SELECT *, ended_at IS NULL AND seen_at < now() - make_interval(secs => :silence) AS silent
                        FROM read.rebuild ORDER BY started_at DESC, processor
                        """)
                .param("silence", SILENCE.toSeconds())
                .query((row, number) -> {
                    boolean silent = row.getBoolean("silent");
                    return new ViewRebuild(
                            row.getString("processor"),
                            silent ? RebuildState.FAILED : RebuildState.valueOf(row.getString("state")),
                            row.getInt("percent"),
                            row.getLong("events"),
                            row.getInt("waits"),
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(row.getObject(silent ? "seen_at" : "ended_at", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)
                                    .orElse(null),
                            silent ? PROCESS_ENDED : row.getString("failure"));
                })
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, String view) {
        return jdbc.sql(sql).param("view", view).param("process", process);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
