package medflip.platform.view;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each processor is by its token, whichever process it runs in. */
public final class StoredPositions {

    /** Tokens are JSON with the position in it; that of a processor that replays is within another. */
    private static final String ALL = """
            SELECT processor_name AS processor,
                   min(coalesce((token ->> 'globalIndex')::bigint,
                                (token -> 'currentToken' ->> 'globalIndex')::bigint, -1)) AS position,
                   bool_and(owner IS NOT NULL AND renewed > now() - interval '20 seconds') AS running
            FROM (SELECT e.processor_name, e.owner, e.timestamp::timestamptz AS renewed,
                         convert_from(e.token, 'UTF8')::jsonb AS token FROM read.token_entry e) AS entry
            """;

    /**
     * A processor by what is stored of it.
     *
     * @param position of the last event that it has seen to; -1 where there is none
     * @param running whether somebody has renewed the claim to it within the last 20 seconds
     */
    public record Stored(String processor, long position, boolean running) {}

    private final JdbcClient jdbc;

    public StoredPositions(DataSource serviceDataSource) {
        this.jdbc = JdbcClient.create(serviceDataSource);
    }

    public List<Stored> all() {
        return jdbc.sql(ALL + " GROUP BY processor_name").query(Stored.class).list();
    }

    /** -1 while it hasn't begun. */
    public long of(String processor) {
        return jdbc.sql(ALL + " WHERE processor_name = :processor GROUP BY processor_name")
                .param("processor", processor)
                .query(Stored.class)
                .optional()
                .map(Stored::position)
                .orElse(-1L);
    }
}
