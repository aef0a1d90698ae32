package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A filed report says the same for ever, and what was corrected since is told beside it. */
class FiledReportsTest {

    private final RunningService service = RunningService.shared();

    @Test
    void a_filed_report_is_the_same_bytes_and_a_correction_shows_beside_it() throws Exception {
        Books books = Books.open(service);
        Browser owner = books.owner();
        Map<String, String> report = Map.of("report", "expenses-by-line", "filter", "from=2020-01-01");
        String id = owner.post("/api/filed-reports", report).expect(201).id();
        JsonNode filed = owner.get("/api/filed-reports/" + id).expect(200).json();
        String then =
                owner.get("/api/filed-reports/" + id + "/file").expect(200).body();
        assertThat(sha256(then)).isEqualTo(filed.get("sha256").asString());
        JsonNode since =
                owner.get("/api/filed-reports/" + id + "/since").expect(200).json();
        assertThat(since.get("reproduced").asBoolean()).isTrue();
        assertThat(since.get("changeCount").asInt()).isZero();

        owner.post("/api/expenses", Books.expense(books.deal())).expect(201);

        assertThat(owner.get("/api/filed-reports/" + id + "/file").expect(200).body())
                .isEqualTo(then);
        JsonNode later =
                owner.get("/api/filed-reports/" + id + "/since").expect(200).json();
        assertThat(later.get("reproduced").asBoolean()).isTrue();
        assertThat(later.get("changeCount").asInt()).isOne();
        JsonNode change = later.at("/changes/0");
        assertThat(change.get("before").get(0)).isEqualTo(change.get("now").get(0));
        assertThat(change.get("before")).isNotEqualTo(change.get("now"));
        assertThat(owner.get("/api/filed-reports").expect(200).body()).contains(id);
    }

    @Test
    void only_reports_are_filed() {
        Browser owner = service.browser().signUp("Files Nothing");
        for (String report : new String[] {"no-such-report", "../deals", "profit-by-month.csv?from=x"}) {
            Answer refused = owner.post("/api/filed-reports", Map.of("report", report));
            assertThat(refused.status()).as(report).isEqualTo(400);
        }
        assertThat(owner.post("/api/filed-reports", Map.of("report", "profit-by-month", "filter", "state=PAID"))
                        .status())
                .isEqualTo(400);
    }

    /** What a command side asks that is a process of its own. */
    @Test
    void what_a_list_came_to_is_told_of_a_position_that_there_is_and_of_no_other() throws Exception {
        Browser owner = service.browser().signUp("Asked Elsewhere");
        String position = owner.post("/api/customers", Map.of("name", "First"))
                .expect(201)
                .headers()
                .firstValue("Medflip-Position")
                .orElseThrow();
        String people = owner.get("/api/customers.csv").expect(200).body();
        String asked = "/api/deliverable?list=/api/customers.csv";
        String at = "&at=2026-11-03T17:00:00Z";
        owner.post("/api/customers", Map.of("name", "Second")).expect(201);

        JsonNode told = answer(owner, asked + "&position=" + position + at);
        assertThat(told.at("/written/sha256").asString()).isEqualTo(sha256(people));
        assertThat(answer(owner, asked)).isEmpty();
        for (String when : new String[] {"", "&position=" + position + at}) {
            assertThat(answer(owner, "/api/deliverable?list=/api/session" + when)
                            .has("refusal"))
                    .as("no list, %s", when)
                    .isTrue();
        }
        String beyond = asked + "&position=" + (Long.parseLong(position) + 1_000_000) + at;
        assertThat(owner.get(beyond).status()).isEqualTo(422);
        Answer key = owner.post("/api/api-keys", Map.of("name", "Looks", "scopes", List.of("READ")))
                .expect(201);
        Browser program = ApiKeysTest.opened(owner, key);
        assertThat(program.get(asked).status())
                .as("who may take no list away isn't told what it comes to")
                .isEqualTo(403);
        Browser others = service.browser().signUp("Others");
        assertThat(others.get(asked + "&position=" + position + at).status()).isEqualTo(422);
    }

    /** Not by {@link Browser#get}, which objects to what the description of the API says nothing of. */
    private static JsonNode answer(Browser owner, String question) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().cookieHandler(owner.cookies()).build()) {
            return Browser.JSON.readTree(http.send(
                            HttpRequest.newBuilder(owner.root().resolve(question))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
