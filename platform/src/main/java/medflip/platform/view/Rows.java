package medflip.platform.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The row changes of a batch of events, sent to the database together, a statement at a time instead of an event at a
 * time, which is several times faster. Changes of one row keep their order; changes of different rows may change
 * places.
 */
public final class Rows {

    /** From so many changes on, it pays to have a statement made for all of them. */
    private static final int MANY = 16;

    private final List<Change> pending = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final Map<Object, Integer> lastStageOfRow = new HashMap<>();
    /** What is noted from now on stands in this stage or in a later one. */
    private int firstStage;

    /** @param row null where it is of rows of many */
    private record Change(
            @Nullable Object row, String sql, @Nullable Object[] values) {}

    /** Many executions of one statement. */
    private record Stage(String sql, List<Change> changes) {}

    /**
     * Notes a change.
     *
     * @param row what it changes: an aggregate's id or another value with an equality; two changes of one row must name
     *     equal values here
     * @param sql one statement with {@code ?}, tables without a schema; a constant, since equal texts are sent together
     * @param values numbers, texts, UUIDs, dates, instants, months (as their first day), enums (by name), ids (their
     *     local UUID), tenants, collections (as {@code text[]})
     */
    public void write(Object row, String sql, @Nullable Object... values) {
        pending.add(new Change(row, sql, values));
    }

    /**
     * Notes a change of rows that other things have changed as well: it is made after all that was noted before, and
     * before all that will be. That costs a statement of its own, so it is for what happens seldom.
     */
    public void writeAcross(String sql, @Nullable Object... values) {
        pending.add(new Change(null, sql, values));
    }

    /** The event that noted them was handled whole: its changes belong to the batch. */
    void accept() {
        pending.forEach(this::stage);
        pending.clear();
    }

    /** The event that noted them failed: none of its changes happens. */
    void discard() {
        pending.clear();
    }

    private void stage(Change change) {
        Object row = change.row();
        if (row == null) {
            stages.add(new Stage(change.sql(), List.of(change)));
            firstStage = stages.size();
            return;
        }
        int stage = Math.max(firstStage, lastStageOfRow.getOrDefault(row, 0));
        while (stage < stages.size() && !stages.get(stage).sql().equals(change.sql())) {
            stage++;
        }
        if (stage == stages.size()) {
            stages.add(new Stage(change.sql(), new ArrayList<>()));
        }
        stages.get(stage).changes().add(change);
        lastStageOfRow.put(row, stage);
    }

    /** Sends all accepted changes, in the connection's transaction; afterwards none is left, also if it fails. */
    void flush(Connection connection) throws SQLException {
        try {
            for (Stage stage : stages) {
                send(stage, connection);
            }
        } finally {
            stages.clear();
            lastStageOfRow.clear();
            firstStage = 0;
        }
    }

    private static void send(Stage stage, Connection connection) throws SQLException {
        Optional<ManyRows> many =
                stage.changes().size() < MANY ? Optional.empty() : ManyRows.of(stage.sql(), connection);
        if (many.isEmpty()) {
            oneByOne(stage, connection);
            return;
        }
        for (List<@Nullable Object[]> executions : ofDifferentRows(stage.changes())) {
            many.get().execute(executions, connection);
        }
    }

    /** Runs of changes, in order, that are of different rows each. */
    private static List<List<@Nullable Object[]>> ofDifferentRows(List<Change> changes) {
        List<List<@Nullable Object[]>> runs = new ArrayList<>();
        Map<Object, Integer> changesOfRow = new HashMap<>();
        for (Change change : changes) {
            int run = changesOfRow.merge(Objects.requireNonNull(change.row()), 1, Integer::sum) - 1;
            if (run == runs.size()) {
                runs.add(new ArrayList<>());
            }
            runs.get(run).add(change.values());
        }
        return runs;
    }

    private static void oneByOne(Stage stage, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(stage.sql())) {
            for (Change change : stage.changes()) {
                @Nullable Object[] values = change.values();
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, bound(connection, values[i]));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static @Nullable Object bound(Connection connection, @Nullable Object value) throws SQLException {
        return switch (value) {
            case AggregateId id -> id.local();
            case TenantId tenant -> tenant.value();
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case java.time.YearMonth month -> month.atDay(1);
            case Collection<?> texts ->
                connection.createArrayOf(
                        "text", texts.stream().map(Object::toString).toArray());
            case null, default -> value;
        };
    }
}
