package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists look as somebody arranged them, wherever they sign in. */
class SavedFiltersTest {

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Saved Filters");

    private static Map<String, Object> filter(String name) {
        return Map.of("list", "PEOPLE", "name", name, "query", "{\"sort\":\"-paid\"}");
    }

    private static List<String> names(Browser browser) {
        return browser.get("/api/lists").expect(200).json().get("filters").findValuesAsString("name");
    }

    @Test
    void columns_are_remembered_for_the_user_alone() {
        Browser staff = Members.join(service, owner, "STAFF");
        owner.post("/api/lists/columns", Map.of("list", "DEALS", "shown", List.of("date", "state")))
                .expect(201);
        JsonNode columns = owner.get("/api/lists").expect(200).json().get("columns");
        assertThat(columns.get(0).get("list").asString()).isEqualTo("DEALS");
        assertThat(columns.get(0).get("shown").toString()).isEqualTo("[\"date\",\"state\"]");
        assertThat(staff.get("/api/lists").expect(200).json().get("columns")).isEmpty();
    }

    @Test
    void a_filter_is_kept_for_oneself_or_shared_with_everybody() {
        Browser auditor = Members.join(service, owner, "AUDITOR");
        owner.post("/api/lists/filters", filter("Mine")).expect(201);
        owner.post("/api/lists/shared-filters", filter("Ours")).expect(201);
        auditor.post("/api/lists/filters", filter("The auditor's")).expect(201);
        assertThat(names(owner)).containsExactly("Mine", "Ours");
        assertThat(names(auditor)).containsExactly("Ours", "The auditor's");
        assertThat(auditor.post("/api/lists/shared-filters", filter("Theirs"))
                        .expect(403)
                        .code())
                .isEqualTo("accounts.not-allowed");
    }

    @Test
    void a_dropped_filter_is_brought_back() {
        String id = UUID.randomUUID().toString();
        owner.post(
                        "/api/lists/filters",
                        Map.of("id", id, "list", "LOTS", "name", "Soon expired", "query", "{\"within\":30}"))
                .expect(201);
        owner.post("/api/lists/filters/drop", Map.of("filterId", id)).expect(201);
        assertThat(names(owner)).isEmpty();
        owner.post("/api/lists/filters/restore", Map.of("filterId", id)).expect(201);
        assertThat(names(owner)).containsExactly("Soon expired");
    }

    @Test
    void what_is_missing_is_told_all_at_once() {
        Answer refused = owner.post("/api/lists/filters", Map.of("name", " ")).expect(400);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("list", "name", "query");
        assertThat(owner.post(
                                "/api/lists/filters/drop",
                                Map.of("filterId", UUID.randomUUID().toString()))
                        .expect(404)
                        .code())
                .isEqualTo("accounts.no-such-filter");
    }
}
