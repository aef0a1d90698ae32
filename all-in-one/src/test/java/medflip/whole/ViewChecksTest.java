package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.view.ViewSwitch;
import medflip.platform.view.ViewSwitch.RebuildState;
import medflip.platform.view.ViewSwitch.ViewRebuild;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The live views are compared with a replay, and rebuilt beside it, while they serve. */
class ViewChecksTest {

    private final RunningService service = RunningService.shared();
    private final Books books = Books.open(service);
    private final Browser owner = books.owner();

    @Test
    void a_check_finds_nothing_where_nothing_is_wrong_and_names_the_row_where_something_is() throws SQLException {
        JsonNode clean = check();
        assertThat(clean.get("different").asLong()).as(clean.toString()).isZero();
        assertThat(clean.get("rows").asLong()).isPositive();
        assertThat(clean.get("events").asLong()).isPositive();

        rename(" (forged)", "");
        try {
            JsonNode forged = check();
            assertThat(forged.get("different").asLong()).isOne();
            JsonNode row = forged.at("/differences/0");
            assertThat(row.get("table").asString()).isEqualTo("customer");
            assertThat(row.get("row").asString()).isEqualTo(books.customer());
            assertThat(row.get("difference").asString()).isEqualTo("UNLIKE");
            assertThat(forged.toString()).as("names rows, not people").doesNotContain(Books.NAME);
        } finally {
            rename("", " (forged)");
        }
        assertThat(check().get("different").asLong()).isZero();
    }

    private JsonNode check() {
        String id = owner.post("/api/view-checks", Map.of())
                .expect(201)
                .json()
                .get("id")
                .asString();
        return Eventually.of(
                () -> owner.get("/api/view-checks/" + id).expect(200).json(),
                check -> check.get("state").asString().equals("DONE"));
    }

    private void rename(String added, String taken) throws SQLException {
        try (Connection connection = service.bean(EmbeddedDatabase.class).superuser("medflip");
                PreparedStatement statement = connection.prepareStatement(
                        "UPDATE read.customer SET name = replace(name, ?, '') || ? WHERE id = ?")) {
            statement.setString(1, taken);
            statement.setString(2, added);
            statement.setObject(3, UUID.fromString(books.customer()));
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    @Test
    void a_view_is_rebuilt_and_switched_while_people_read_and_write_and_nobody_notices() throws InterruptedException {
        List<String> indexes = indexes();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        List<Thread> readers = new ArrayList<>();
        for (String path : List.of("/api/customers", "/api/customers/" + books.customer(), "/api/deals")) {
            readers.add(Thread.ofPlatform().start(() -> {
                while (!over.get()) {
                    Answer answer = owner.get(path);
                    reads.incrementAndGet();
                    if (answer.status() != 200 || !answer.body().contains(Books.NAME)) {
                        faults.add(path + ": " + answer.status() + " " + answer.body());
                    }
                }
            }));
        }
        try {
            assertThat(service.bean(ViewSwitch.class).begin("customers.people")).isTrue();
            String made = owner.post("/api/customers", Map.of("name", "Meanwhile Made"))
                    .expect(201)
                    .id();
            ViewRebuild done = Eventually.of(
                    () -> service.bean(ViewSwitch.class).all().getFirst(), rebuild -> rebuild.endedAt() != null);
            assertThat(done.state()).as(String.valueOf(done)).isEqualTo(RebuildState.DONE);
            assertThat(done.events()).isPositive();
            assertThat(owner.get("/api/customers/" + made).expect(200).body()).contains("Meanwhile Made");
        } finally {
            over.set(true);
            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertThat(faults).isEmpty();
        assertThat(reads).hasPositiveValue();
        String after = owner.post("/api/customers", Map.of("name", "Afterwards Made"))
                .expect(201)
                .id();
        Eventually.of(() -> owner.get("/api/customers/" + after).status(), status -> status == 200);
        assertThat(indexes()).as("are called as migrations call them").isEqualTo(indexes);
        assertThat(check().get("different").asLong()).isZero();
    }

    private List<String> indexes() {
        return service.bean(JdbcClient.class)
                .sql(
                        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'read' AND tablename LIKE 'customer%' ORDER BY 1")
                .query(String.class)
                .list();
    }
}
