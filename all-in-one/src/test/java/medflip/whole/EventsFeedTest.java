package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The log for the business's own programs. */
class EventsFeedTest {

    @Test
    void a_program_reads_all_that_happened_page_after_page_and_goes_on_where_it_was() {
        Books books = Books.open(RunningService.shared());
        List<JsonNode> whole = lines(books.owner().get("/api/events?limit=5000").expect(200));
        assertThat(whole).hasSizeGreaterThan(30);
        assertThat(whole.getFirst().get("event").asString()).startsWith("accounts.");

        List<JsonNode> paged = new ArrayList<>();
        String since = "0";
        while (true) {
            Answer page =
                    books.owner().get("/api/events?limit=7&since=" + since).expect(200);
            if (lines(page).isEmpty()) {
                break;
            }
            paged.addAll(lines(page));
            since = page.headers().firstValue("Medflip-Next-Position").orElseThrow();
        }
        assertThat(paged.subList(0, whole.size())).isEqualTo(whole);

        books.owner().post("/api/expenses", Books.expense(books.deal())).expect(201);
        List<JsonNode> news =
                lines(books.owner().get("/api/events?since=" + since).expect(200));
        assertThat(news)
                .allSatisfy(event -> assertThat(whole).doesNotContain(event))
                .anySatisfy(event -> assertThat(event.get("event").asString()).isEqualTo("expenses.ExpenseRecorded"));
    }

    @Test
    void what_is_encrypted_in_the_log_is_readable_for_its_own_business_and_for_no_other() {
        Books books = Books.open(RunningService.shared());
        String events = books.owner().get("/api/events?limit=5000").expect(200).body();
        assertThat(events)
                .contains(Books.NAME, "customers.CustomerRegistered", "\"stream\":\"customer/" + books.customer());
        Browser stranger = RunningService.shared().browser().signUp("Stranger");
        assertThat(stranger.get("/api/events?limit=5000").expect(200).body()).doesNotContain(Books.NAME);
        assertThat(RunningService.shared().browser().get("/api/events").status())
                .isEqualTo(401);
        assertThat(stranger.get("/api/events?limit=0").status()).isEqualTo(400);
    }

    private static List<JsonNode> lines(Answer answer) {
        return answer.body().lines().map(Browser.JSON::readTree).toList();
    }
}
