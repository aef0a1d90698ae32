package medflip.platform.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many changes come together, each row ends as if they had come one by one. */
class RowsTest {

    private static final String ADD = """
            INSERT INTO thing (id, total, tags, told, due, since, open, note) VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, lower(?))
            ON CONFLICT (id) DO UPDATE SET total = thing.total + excluded.total, tags = excluded.tags
            """;
    private static final String TAKE = """
            UPDATE thing SET total = total - ?, note = CASE WHEN total = ? THEN 'even' ELSE note END
            WHERE id = ?
            """;
    private static final String REMOVE = "DELETE FROM thing WHERE id = ? AND total < ?";

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        DatabaseAccess access = TestDatabase.create();
        connection = TestDatabase.superuser(access.url()).getConnection();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @BeforeEach
    void table() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    DROP TABLE IF EXISTS thing;
                    CREATE TABLE thing (id uuid PRIMARY KEY, total bigint NOT NULL, tags text[], told jsonb, due date,
                                        since timestamptz, open boolean, note text)
                    """);
        }
    }

    @Test
    void a_thousand_changes_in_one_batch_end_like_a_thousand_batches() throws SQLException {
        long seed = System.nanoTime();
        List<Object[]> changes = changes(new Random(seed));

        for (Object[] change : changes) {
            Rows rows = new Rows();
            write(rows, change);
            rows.flush(connection);
        }
        List<String> oneByOne = table(connection);
        table();
        Rows rows = new Rows();
        changes.forEach(change -> write(rows, change));
        rows.flush(connection);

        assertThat(table(connection)).as("seed %d", seed).isEqualTo(oneByOne).hasSizeGreaterThan(50);
    }

    @Test
    void values_keep_what_an_array_could_lose() throws SQLException {
        Rows rows = new Rows();
        for (int i = 0; i < 20; i++) {
            UUID id = new UUID(0, i);
            rows.write(
                    id,
                    ADD,
                    id,
                    Long.MAX_VALUE,
                    List.of("a,b", "\"c\"", "{}", "NULL", ""),
                    "{\"x\": \"a\\\\b\"}",
                    YearMonth.of(2027, 2),
                    Instant.parse("2026-11-26T01:02:03.004005Z"),
                    null,
                    "É,\"{}\\");
        }
        rows.accept();
        rows.flush(connection);

        assertThat(table(connection))
                .hasSize(20)
                .last()
                .isEqualTo("00000000-0000-0000-0000-000000000013|9223372036854775807|a,b;\"c\";{};NULL;|a\\b|2027-02-01"
                        + "|2026-11-26 01:02:03.004005|null|é,\"{}\\");
    }

    @Test
    void what_changes_rows_of_many_comes_after_all_that_was_noted_before_it_and_before_the_rest() throws SQLException {
        Rows rows = new Rows();
        for (int i = 0; i < 40; i++) {
            add(rows, i, "before");
        }
        rows.writeAcross("UPDATE thing SET note = ?, total = total + 1 WHERE total = ?", "across", 1L);
        for (int i = 20; i < 60; i++) {
            rows.write(new UUID(0, i), TAKE, 1L, 1L, new UUID(0, i));
            add(rows, i, "after");
        }
        rows.accept();
        rows.flush(connection);

        try (Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery(
                        "SELECT count(*) FILTER (WHERE note = 'across' AND total = 2), count(*) FILTER (WHERE note = 'after' AND total = 1) FROM thing")) {
            counted.next();
            assertThat(counted.getInt(1)).as("those that were there").isEqualTo(40);
            assertThat(counted.getInt(2)).as("those that came after it").isEqualTo(20);
        }
    }

    private static void add(Rows rows, int number, String note) {
        UUID id = new UUID(0, number);
        rows.write(id, ADD, id, 1L, List.of(), "{}", YearMonth.of(2027, 2), Instant.EPOCH, null, note);
    }

    @Test
    void statements_of_every_form_are_understood_or_left_alone() throws SQLException {
        assertThat(ManyRows.of(ADD, connection)).isPresent();
        assertThat(ManyRows.of(TAKE, connection)).isPresent();
        assertThat(ManyRows.of(REMOVE, connection)).isEmpty();
        assertThat(ManyRows.of("INSERT INTO thing (id, total) SELECT ?, count(*) FROM thing", connection))
                .isEmpty();
        assertThat(ManyRows.of(
                        "INSERT INTO thing (id, total) VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET total = ?",
                        connection))
                .isEmpty();
        assertThat(ManyRows.of("UPDATE thing SET total = (SELECT max(total) FROM thing) WHERE id = ?", connection))
                .isEmpty();
    }

    private static List<Object[]> changes(Random random) {
        List<Object[]> changes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            UUID id = new UUID(0, random.nextInt(100));
            long amount = random.nextInt(10);
            changes.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new Object[] {id, TAKE, amount, amount, id};
                        case 1 -> new Object[] {id, REMOVE, id, amount};
                        default ->
                            new Object[] {
                                id,
                                ADD,
                                id,
                                amount,
                                List.of("t" + amount, "x"),
                                "{\"n\": " + amount + "}",
                                LocalDate.of(2026, 11, 1 + (int) amount),
                                Instant.ofEpochSecond(amount),
                                amount % 2 == 0,
                                "N" + amount
                            };
                    });
        }
        return changes;
    }

    private static void write(Rows rows, Object[] change) {
        rows.write(change[0], (String) change[1], Arrays.copyOfRange(change, 2, change.length));
        rows.accept();
    }

    private static List<String> table(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT concat_ws('|', id, total, array_to_string(tags, ';'), coalesce(told->>'x', told->>'n'),
                                         due, since AT TIME ZONE 'UTC', coalesce(open::text, 'null'), note)
                        FROM thing ORDER BY id
                        """)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
