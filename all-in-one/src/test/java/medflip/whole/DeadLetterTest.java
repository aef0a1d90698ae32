package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import medflip.platform.database.EmbeddedDatabase;
import medflip.whole.Browser.Answer;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.Test;

/** An event that a view can't take waits with the later ones of its own stream; everything else flows on. */
class DeadLetterTest {

    private static final String VIEW = "customers.people";

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Dead Letters");

    @Test
    void a_poisoned_person_waits_alone_and_comes_back_in_order_when_the_fault_is_mended() throws SQLException {
        try (Connection connection = service.bean(EmbeddedDatabase.class).superuser("medflip");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE read.customer ADD CONSTRAINT no_poison CHECK (name NOT LIKE 'Poison%')");
            String poisoned;
            try {
                owner.post("/api/customers", Map.of("name", "Before")).expect(201);
                Answer made =
                        owner.post("/api/customers", Map.of("name", "Poison")).expect(201);
                poisoned = made.id();
                owner.change("PUT", "/api/customers/" + poisoned, Map.of("name", "Healed"), made.etag())
                        .expect(200);
                owner.post("/api/customers", Map.of("name", "After")).expect(201);

                // The batch comes again after the processor has drawn breath, and then event by event.
                Eventually.of(this::names, names -> names.contains("After"));
                assertThat(names())
                        .as("others flow on")
                        .contains("Before", "After")
                        .doesNotContain("Poison");
                owner.get("/api/customers/" + poisoned).expect(404);
                assertThat(letters(statement, poisoned))
                        .as("the later one waits behind the first")
                        .isEqualTo(2);
                assertThat(causes(statement, poisoned))
                        .as("no words of the database's own")
                        .isEmpty();
            } finally {
                statement.execute("ALTER TABLE read.customer DROP CONSTRAINT no_poison");
            }
            service.bean(EventProcessingConfiguration.class)
                    .sequencedDeadLetterProcessor(VIEW)
                    .orElseThrow()
                    .processAny();

            assertThat(letters(statement, poisoned)).isZero();
            assertThat(names()).contains("Healed").doesNotContain("Poison");
        }
    }

    private java.util.List<String> names() {
        return owner.get("/api/customers?size=200")
                .expect(200)
                .json()
                .get("items")
                .findValuesAsString("name");
    }

    private static int letters(Statement statement, String customer) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("SELECT count(*) FROM write.dead_letter WHERE processing_group = '" + VIEW
                        + "' AND aggregate_identifier LIKE '%" + customer + "'")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static String causes(Statement statement, String customer) throws SQLException {
        try (ResultSet found = statement.executeQuery(
                "SELECT coalesce(string_agg(cause_message, ''), '') FROM write.dead_letter WHERE aggregate_identifier LIKE '%"
                        + customer + "'")) {
            found.next();
            return found.getString(1);
        }
    }
}
