package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the past would have been at other prices. */
class WhatIfTest {

    private final RunningService service = RunningService.shared();
    private final Books books = Books.open(service);
    private final Browser owner = books.owner();

    private JsonNode whatIf(String query) {
        return owner.get("/api/what-if" + query).expect(200).json();
    }

    private static long minor(JsonNode outcome, String which) {
        return outcome.get(which).get("minor").asLong();
    }

    @Test
    void quotes_of_a_period_are_priced_by_other_rules() {
        JsonNode asItWas = whatIf("");
        JsonNode was = asItWas.get("was");
        assertThat(asItWas.get("would")).as("with nothing else asked for").isEqualTo(was);
        assertThat(minor(was, "quoted")).isPositive();
        assertThat(was.get("boxes").asLong()).isPositive();
        assertThat(minor(was, "paid")).isPositive();

        JsonNode half = whatIf("?deduction=50").get("would");
        assertThat(minor(half, "quoted")).isEqualTo(minor(was, "quoted") / 2);
        assertThat(minor(half, "paid")).isEqualTo(minor(was, "paid") / 2);
        assertThat(half.get("boxes")).as("everybody stays").isEqualTo(was.get("boxes"));
        assertThat(minor(half, "earned")).isGreaterThanOrEqualTo(minor(was, "earned"));

        JsonNode gone = whatIf("?deduction=50&leaveAt=50").get("would");
        assertThat(gone.get("boxes").asLong()).isZero();
        assertThat(minor(gone, "earned")).isZero();
        assertThat(whatIf("?deduction=50&leaveAt=51").get("would").get("boxes")).isEqualTo(was.get("boxes"));

        assertThat(whatIf("?to=2001-01-01").get("lines").asInt()).isZero();
    }

    @Test
    @SuppressWarnings("unchecked") // the body of a quote is a map of maps
    void a_version_of_the_list_other_tiers_and_a_floor_say_what_boxes_cost() {
        String own =
                owner.get("/api/session").expect(200).json().at("/business/id").asString();
        String verio = owner.get("/api/products?search=onetouch+verio+50")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
        owner.post("/api/price-lists/" + own + "/versions", Books.prices(verio)).expect(201);
        JsonNode was = whatIf("").get("was");
        long boxes = minor(was, "quoted") / 1_500;

        JsonNode listed = whatIf("?version=1");
        assertThat(minor(listed.get("would"), "quoted"))
                .as("22.00 for each of them")
                .isEqualTo(boxes * 2_200);
        assertThat(listed.get("was")).isEqualTo(was);
        assertThat(minor(whatIf("?version=1&tiers=3:50").get("would"), "quoted"))
                .isEqualTo(boxes * 1_100);
        assertThat(minor(whatIf("?version=1&tiers=120:100").get("would"), "quoted"))
                .as("nothing has ten years left")
                .isZero();
        Answer file = owner.get("/api/what-if.csv?version=1").expect(200);
        assertThat(file.body().lines().count())
                .isEqualTo(1
                        + listed.get("lines").asLong()
                        - listed.get("unpriced").asLong());
        assertThat(file.body()).contains("22.00");

        // Whom the boxes were to go to is known of this quote alone: for 22.00 each.
        Map<String, Object> line = new HashMap<>(
                ((List<Map<String, Object>>) Books.quote(books.customer()).get("lines")).getFirst());
        line.put("bestBuyerId", books.wholesaler());
        line.put("overrideReason", "HAGGLED");
        owner.post("/api/deals", Map.of("customerId", books.customer(), "lines", List.of(line)))
                .expect(201);
        JsonNode floored = Eventually.of(
                () -> whatIf("?floor=90"), answer -> minor(answer.get("was"), "quoted") > minor(was, "quoted"));
        assertThat(minor(floored.get("would"), "quoted"))
                .as("two boxes for a tenth of what the buyer pays, the others as they were")
                .isEqualTo(minor(was, "quoted") + 2 * 220);
        assertThat(owner.get("/api/what-if?version=7").status()).isEqualTo(404);
        assertThat(owner.get("/api/what-if?tiers=soon").status()).isEqualTo(400);
        assertThat(owner.get("/api/what-if?from=2026-02-01&to=2026-01-01").status())
                .isEqualTo(400);
    }
}
