package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One step for several deals: each for itself, so that one that is refused never stops the rest. */
class BulkDealsTest {

    private final Browser owner = RunningService.shared().browser().signUp("Gulf Bulk");

    @Test
    void what_can_not_be_done_is_told_before_and_what_can_is_done() {
        String open = deal();
        String held = deal();
        Books.step(owner, held, "hold", Map.of("reason", "OTHER"));
        Map<String, Object> hold = bulk("HOLD", Map.of("holdFor", "PRICE_QUESTION"), open, held);
        assertThat(codes(owner.post("/api/deals/bulk/preview", hold).expect(200)))
                .containsExactly("", "deals.on-hold");
        assertThat(seen(open).has("hold")).as("nothing is done by asking").isFalse();

        assertThat(codes(owner.post("/api/deals/bulk", hold).expect(200))).containsExactly("", "deals.on-hold");
        assertThat(seen(open).get("hold").asString()).isEqualTo("PRICE_QUESTION");
        assertThat(seen(held).get("hold").asString()).isEqualTo("OTHER");
    }

    @Test
    void a_repeat_under_the_same_key_changes_nothing_more() {
        String one = deal();
        String other = deal();
        Map<String, Object> cancel = bulk("CANCEL", Map.of("cancelFor", "NEVER_SENT"), one, other);
        String key = UUID.randomUUID().toString();
        Answer first = owner.post("/api/deals/bulk", cancel, key).expect(200);
        assertThat(codes(first)).containsExactly("", "");
        assertThat(owner.post("/api/deals/bulk", cancel, key).expect(200).json())
                .isEqualTo(first.json());
        assertThat(seen(one).get("state").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void what_was_cancelled_or_closed_is_taken_back_with_the_versions_that_the_answer_told() {
        String quoted = deal();
        JsonNode cancelled = owner.post("/api/deals/bulk", bulk("CANCEL", Map.of("cancelFor", "OTHER"), quoted))
                .expect(200)
                .json()
                .get("results")
                .get(0);
        Map<String, Object> reopen = Map.of(
                "step",
                "REOPEN",
                "chosen",
                List.of(Map.of("id", quoted, "version", cancelled.get("version").asInt())));
        assertThat(codes(owner.post("/api/deals/bulk", reopen).expect(200))).containsExactly("");
        assertThat(seen(quoted).get("state").asString()).isEqualTo("QUOTED");

        String paid = deal();
        Books.step(owner, paid, "buy-on-the-spot", Map.of("attests", true, "method", "CASH"));
        assertThat(codes(owner.post("/api/deals/bulk", bulk("CLOSE", Map.of(), quoted, paid))
                        .expect(200)))
                .containsExactly("deals.not-agreed", "");
        assertThat(seen(paid).get("state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void a_deal_that_changed_since_it_was_seen_is_left_alone() {
        String changed = deal();
        String other = deal();
        Map<String, Object> hold = bulk("HOLD", Map.of("holdFor", "OTHER"), changed, other);
        Books.step(owner, changed, "decline", Map.of("reason", "PRICE"));
        assertThat(codes(owner.post("/api/deals/bulk/preview", hold).expect(200)))
                .containsExactly("request.version-conflict", "");
        assertThat(codes(owner.post("/api/deals/bulk", hold).expect(200)))
                .containsExactly("request.version-conflict", "");
        assertThat(seen(changed).has("hold")).isFalse();
        assertThat(seen(other).has("hold")).isTrue();
    }

    @Test
    void P5_P6_a_deal_of_another_business_is_answered_like_none() {
        String deal = deal();
        String before = owner.get("/api/deals/" + deal).expect(200).body();
        Browser stranger = RunningService.shared().browser().signUp("Stranger Bulk");
        String nobodys = UUID.randomUUID().toString();
        for (String path : List.of("/api/deals/bulk/preview", "/api/deals/bulk")) {
            Answer foreign = stranger.post(path, chosen("HOLD", Map.of("holdFor", "OTHER"), deal));
            Answer random = stranger.post(path, chosen("HOLD", Map.of("holdFor", "OTHER"), nobodys));
            assertThat(codes(foreign.expect(200))).containsExactly("request.not-found");
            assertThat(foreign.body().replace(deal, nobodys)).isEqualTo(random.body());
        }
        assertThat(owner.get("/api/deals/" + deal).expect(200).body()).isEqualTo(before);
        assertThat(stranger.get("/api/deals.csv?ids=" + deal).expect(200).body())
                .doesNotContain(deal);
    }

    @Test
    void the_chosen_deals_and_no_others_are_exported() {
        String one = deal();
        String other = deal();
        String left = deal();
        String csv =
                owner.get("/api/deals.csv?ids=" + one + "," + other).expect(200).body();
        assertThat(csv).contains(one, other).doesNotContain(left);
        assertThat(owner.get("/api/deals.csv?ids=").expect(200).body()).contains(one, other, left);
    }

    @Test
    void faults_of_the_form_are_told_all_at_once() {
        assertThat(owner.post("/api/deals/bulk", Map.of("step", "CANCEL", "chosen", List.of(Map.of())))
                        .expect(400)
                        .json()
                        .get("errors")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("cancelFor", "chosen[0].id", "chosen[0].version");
        assertThat(owner.post("/api/deals/bulk", Map.of("step", "CLOSE", "chosen", List.of()))
                        .expect(400)
                        .json()
                        .get("errors")
                        .findValuesAsString("field"))
                .containsExactly("chosen");
    }

    private String deal() {
        String customer = owner.post("/api/customers", Map.of("name", "Trillian"))
                .expect(201)
                .id();
        return owner.post("/api/deals", Books.quote(customer)).expect(201).id();
    }

    private JsonNode seen(String deal) {
        return owner.get("/api/deals/" + deal).expect(200).json();
    }

    private Map<String, Object> bulk(String step, Map<String, ?> why, String... deals) {
        Map<String, Object> body = new HashMap<>(why);
        body.put("step", step);
        body.put(
                "chosen",
                Arrays.stream(deals)
                        .map(deal -> Map.of(
                                "id", deal, "version", seen(deal).get("version").asInt()))
                        .toList());
        return body;
    }

    private static Map<String, Object> chosen(String step, Map<String, ?> why, String deal) {
        Map<String, Object> body = new HashMap<>(why);
        body.put("step", step);
        body.put("chosen", List.of(Map.of("id", deal, "version", 0)));
        return body;
    }

    /** Why each was refused, in order; nothing where it was done. */
    private static List<String> codes(Answer answer) {
        return answer.json().get("results").values().stream()
                .map(result -> result.has("code") ? result.get("code").asString() : "")
                .toList();
    }
}
