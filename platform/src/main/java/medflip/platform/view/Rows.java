package medflip.platform.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The row changes of a batch of events, sent to the database together, a statement at a time instead of an event at a
 * time, which is several times faster. Changes of one row keep their order; changes of different rows may change
 * places.
 */
public final class Rows {

    private final List<Stage> stages = new ArrayList<>();
    private final Map<Object, Integer> lastStageOfRow = new HashMap<>();

    /** Many executions of one statement. */
    private record Stage(String sql, List<@Nullable Object[]> executions) {}

    /**
     * Notes a change.
     *
     * @param row what it changes: an aggregate's id or another value with an equality; two changes of one row must name
     *     equal values here
     * @param sql one statement with {@code ?}, tables without a schema; a constant, since equal texts are sent together
     * @param values numbers, texts, UUIDs, dates, instants, enums (by name), ids (their local UUID), tenants,
     *     collections of texts (as {@code text[]})
     */
    public void write(Object row, String sql, @Nullable Object... values) {
        int from = lastStageOfRow.getOrDefault(row, 0);
        int stage = from;
        while (stage < stages.size() && !stages.get(stage).sql().equals(sql)) {
            stage++;
        }
        if (stage == stages.size()) {
            stages.add(new Stage(sql, new ArrayList<>()));
        }
        stages.get(stage).executions().add(values);
        lastStageOfRow.put(row, stage);
    }

    /** Sends all changes noted so far, in the connection's transaction. */
    void flush(Connection connection) throws SQLException {
        for (Stage stage : stages) {
            try (PreparedStatement statement = connection.prepareStatement(stage.sql())) {
                for (@Nullable Object[] values : stage.executions()) {
                    for (int i = 0; i < values.length; i++) {
                        statement.setObject(i + 1, bound(connection, values[i]));
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
        stages.clear();
        lastStageOfRow.clear();
    }

    private static @Nullable Object bound(Connection connection, @Nullable Object value) throws SQLException {
        return switch (value) {
            case AggregateId id -> id.local();
            case TenantId tenant -> tenant.value();
            case Enum<?> constant -> constant.name();
            case Instant instant -> Timestamp.from(instant);
            case java.time.YearMonth month -> month.atDay(1);
            case Collection<?> texts ->
                connection.createArrayOf(
                        "text", texts.stream().map(Object::toString).toArray());
            case UUID id -> id;
            case null, default -> value;
        };
    }
}
