package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One step for several people: tried before, done to those that it can be done to, and undone as one. */
class BulkPeopleTest {

    private final Browser owner = RunningService.shared().browser().signUp("Gulf People");

    @Test
    void a_tag_is_put_on_everybody_whom_a_filter_finds_and_taken_off_again() {
        String tag = UUID.randomUUID().toString();
        owner.post("/api/card-plan", Map.of("tags", List.of(Map.of("id", tag, "name", "Regular"))))
                .expect(201);
        List<String> found =
                IntStream.range(0, 60).mapToObj(i -> person("Found Number" + i)).toList();
        person("Other Somebody");
        String already = found.getFirst();
        change(already, "tags", Map.of("tagId", tag));

        JsonNode chosen =
                owner.get("/api/customers/chosen?search=found").expect(200).json();
        assertThat(chosen.get("total").asInt()).isEqualTo(60);
        Map<String, Object> step = step("PUT_TAG_ON", Map.of("tagId", tag), chosen.get("people"));
        assertThat(codes(owner.post("/api/customers/bulk/preview", step).expect(200)))
                .hasSize(60)
                .containsOnly("");
        assertThat(tagged(tag)).as("nothing is done by asking").isEqualTo(1);
        JsonNode done =
                owner.post("/api/customers/bulk", step).expect(200).json().get("results");
        assertThat(tagged(tag)).isEqualTo(60);

        List<Long> positions = StreamSupport.stream(done.spliterator(), false)
                .map(result -> result.get("position").asLong())
                .filter(position -> position > 0)
                .toList();
        assertThat(positions).as("who had the tag already has nothing to undo").hasSize(59);
        owner.post("/api/undo", Map.of("positions", positions, "reason", "SLIP"))
                .expect(200);
        assertThat(tagged(tag)).isEqualTo(1);
    }

    @Test
    void who_was_ruled_out_before_is_so_for_the_earlier_reason_once_that_is_undone() {
        String earlier = person("Earlier");
        change(earlier, "do-not-buy", Map.of("reason", "sold us insulin"));
        String fresh = person("Fresh");
        JsonNode done = owner.post(
                        "/api/customers/bulk", step("RULE_OUT", Map.of("reason", "all of them"), seen(earlier, fresh)))
                .expect(200)
                .json()
                .get("results");
        assertThat(reason(earlier)).isEqualTo("all of them");
        assertThat(reason(fresh)).isEqualTo("all of them");
        owner.post(
                        "/api/undo",
                        Map.of(
                                "positions",
                                done.findValues("position").stream()
                                        .map(JsonNode::asLong)
                                        .toList(),
                                "reason",
                                "SLIP"))
                .expect(200);
        assertThat(reason(earlier)).isEqualTo("sold us insulin");
        assertThat(reason(fresh)).isEmpty();
    }

    @Test
    void who_refuses_or_has_changed_is_told_and_the_others_are_done() {
        String archived = person("Archived");
        change(archived, "archive", Map.of());
        String changed = person("Changed");
        String other = person("Other");
        List<Map<String, Object>> people = seen(archived, changed, other);
        change(changed, "do-not-buy", Map.of("reason", "x"));
        Map<String, Object> step = step("SET_LEAD_SOURCE", Map.of("leadSource", "Flyer"), people);
        assertThat(codes(owner.post("/api/customers/bulk/preview", step).expect(200)))
                .containsExactly("customers.archived", "request.version-conflict", "");
        String key = UUID.randomUUID().toString();
        Answer first = owner.post("/api/customers/bulk", step, key).expect(200);
        assertThat(codes(first)).containsExactly("customers.archived", "request.version-conflict", "");
        assertThat(owner.post("/api/customers/bulk", step, key).expect(200).json())
                .isEqualTo(first.json());
        assertThat(owner.get("/api/customers/" + other)
                        .expect(200)
                        .json()
                        .get("leadSource")
                        .asString())
                .isEqualTo("Flyer");
    }

    @Test
    void another_businesss_person_is_as_good_as_none() {
        Browser stranger = RunningService.shared().browser().signUp("Stranger to People");
        String theirs = person("Theirs");
        List<String> ids = new ArrayList<>(List.of(theirs, UUID.randomUUID().toString()));
        List<Map<String, Object>> people = ids.stream()
                .map(id -> Map.<String, Object>of("id", id, "version", 0))
                .toList();
        Map<String, Object> step = step("ARCHIVE", Map.of(), people);
        assertThat(codes(stranger.post("/api/customers/bulk/preview", step).expect(200)))
                .containsExactly("request.not-found", "request.not-found");
        assertThat(codes(stranger.post("/api/customers/bulk", step).expect(200)))
                .containsExactly("request.not-found", "request.not-found");
        assertThat(owner.get("/api/customers/" + theirs)
                        .expect(200)
                        .json()
                        .get("archived")
                        .asBoolean())
                .isFalse();
    }

    private String person(String name) {
        return owner.post("/api/customers", Map.of("name", name)).expect(201).id();
    }

    private void change(String person, String step, Map<String, ?> body) {
        Answer seen = owner.get("/api/customers/" + person).expect(200);
        owner.change("POST", "/api/customers/" + person + "/" + step, body, seen.etag())
                .expect(200);
    }

    private static Map<String, Object> step(String step, Map<String, ?> said, Object people) {
        Map<String, Object> body = new HashMap<>(said);
        body.put("step", step);
        body.put(
                "chosen",
                people instanceof JsonNode found
                        ? StreamSupport.stream(found.spliterator(), false)
                                .map(person -> Map.of(
                                        "id",
                                        person.get("id").asString(),
                                        "version",
                                        person.get("version").asLong()))
                                .toList()
                        : people);
        return body;
    }

    private List<Map<String, Object>> seen(String... people) {
        return List.of(people).stream()
                .map(id -> Map.<String, Object>of(
                        "id",
                        id,
                        "version",
                        owner.get("/api/customers/" + id)
                                .expect(200)
                                .json()
                                .get("version")
                                .asLong()))
                .toList();
    }

    private int tagged(String tag) {
        return owner.get("/api/customers?tag=" + tag)
                .expect(200)
                .json()
                .get("total")
                .asInt();
    }

    private String reason(String person) {
        return owner.get("/api/customers/" + person)
                .expect(200)
                .json()
                .path("doNotBuyFor")
                .asString("");
    }

    private static List<String> codes(Answer answer) {
        return StreamSupport.stream(answer.json().get("results").spliterator(), false)
                .map(result -> result.path("code").asString(""))
                .toList();
    }
}
