package medflip.platform.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import medflip.platform.retention.Tick.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The evidence, which can be added to and never changed. The newest is what was added last, whatever its time says. */
@Component
class TickStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Figures>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    TickStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Tick tick) {
        jdbc.sql("""
                        INSERT INTO write.retention_tick (ticked_at, unbroken_since, late, figures)
                        VALUES (:at, :since, :late, :figures::jsonb)
                        """)
                .param("at", tick.at().atOffset(ZoneOffset.UTC))
                .param("since", tick.since().atOffset(ZoneOffset.UTC))
                .param("late", tick.late())
                .param("figures", JSON.writeValueAsString(tick.figures()))
                .update();
    }

    Optional<Tick> last() {
        return jdbc.sql("""
                        SELECT ticked_at, unbroken_since, late, figures::text AS figures
                        FROM write.retention_tick ORDER BY tick_number DESC LIMIT 1
                        """)
                .query((row, number) -> new Tick(
                        row.getObject("ticked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("unbroken_since", OffsetDateTime.class).toInstant(),
                        row.getLong("late"),
                        JSON.readValue(row.getString("figures"), FIGURES)))
                .optional();
    }

    /** What time the database thinks it is. */
    Instant databaseTime() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
