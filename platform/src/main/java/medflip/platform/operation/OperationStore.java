package medflip.platform.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads over all businesses what is none of theirs: jobs, and how many dead letters there are. */
@Component
class OperationStore {

    /** A job that should have begun so long ago is late. */
    private static final Duration LATE = Duration.ofMinutes(5);

    /**
     * A job as it is scheduled.
     *
     * @param late whether it should have begun five minutes ago, and hasn't
     * @param failures how often it failed since it last went well
     */
    record Job(
            String name,
            String instance,
            Instant dueAt,
            boolean running,
            boolean late,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int failures) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    OperationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that need a look first. */
    List<Job> jobs() {
        Instant late = clock.instant().minus(LATE);
        return jdbc.sql("""
                        SELECT *, NOT picked AND execution_time < :late AS late
                        FROM (SELECT * FROM write.scheduled_tasks UNION ALL SELECT * FROM read.view_job) AS job
                        ORDER BY late DESC, coalesce(consecutive_failures, 0) DESC, task_name, task_instance
                        """)
                .param("late", late.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Job(
                        row.getString("task_name"),
                        row.getString("task_instance"),
                        row.getObject("execution_time", OffsetDateTime.class).toInstant(),
                        row.getBoolean("picked"),
                        row.getBoolean("late"),
                        instant(row, "last_success"),
                        instant(row, "last_failure"),
                        row.getInt("consecutive_failures")))
                .list();
    }

    /**
     * What waits for its turn.
     *
     * @param oldestSeconds for how long the one that is due the longest has waited
     */
    record Backlog(long waiting, long oldestSeconds) {}

    /** What is to be done at other services. */
    Backlog outbox() {
        return queue("write.outbox WHERE state = 'PENDING'", "due_at");
    }

    /** What other services delivered. */
    Backlog inbox() {
        return queue("write.inbox WHERE state = 'PENDING'", "received_at");
    }

    private Backlog queue(String rows, String since) {
        return jdbc.sql("SELECT count(*) AS waiting, greatest(0, coalesce(extract(epoch FROM now() - min(" + since
                        + ")), 0))::bigint AS oldest_seconds FROM " + rows)
                .query(Backlog.class)
                .single();
    }

    /** How many dead letters each processor has, if any. */
    Map<String, Long> deadLetters() {
        record Count(String processor, long letters) {}
        return jdbc
                .sql("SELECT processing_group AS processor, count(*) AS letters FROM write.dead_letter GROUP BY 1")
                .query(Count.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Count::processor, Count::letters));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
