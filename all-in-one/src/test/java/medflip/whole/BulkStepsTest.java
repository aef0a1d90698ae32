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

/** One step for several lots, items, expenses, trips, sales or payouts: tried before, done where it can be, undone. */
class BulkStepsTest {

    private final Browser owner = RunningService.shared().browser().signUp("Gulf Steps");

    @Test
    void lots_are_moved_together_and_back_to_where_each_stood() {
        String one = lot(bought());
        String other = lot(bought());
        String there = lot(bought());
        Books.change(owner, "/api/lots/" + one, "move", Map.of("location", "Garage"));
        Books.change(owner, "/api/lots/" + there, "move", Map.of("location", "Shelf 4"));
        Map<String, Object> move = bulk("MOVE", Map.of("location", "Shelf 4"), "/api/lots/", one, other, there);
        assertThat(codes(preview("lots", move))).containsExactly("", "", "inventory.nothing-changes");
        assertThat(seen("/api/lots/", one).get("location").asString()).isEqualTo("Garage");

        Answer done = run("lots", move);
        assertThat(codes(done)).containsExactly("", "", "inventory.nothing-changes");
        assertThat(seen("/api/lots/", other).get("location").asString()).isEqualTo("Shelf 4");
        undo(done);
        assertThat(seen("/api/lots/", one).get("location").asString()).isEqualTo("Garage");
        assertThat(seen("/api/lots/", other).has("location")).isFalse();
        assertThat(seen("/api/lots/", there).get("location").asString()).isEqualTo("Shelf 4");
    }

    @Test
    void lots_are_written_off_whole_but_not_what_is_kept_for_a_sale() {
        String free = lot(bought());
        String kept = lot(bought());
        confirmed(kept);
        Map<String, Object> writeOff = bulk("WRITE_OFF", Map.of("writeOffFor", "DAMAGED"), "/api/lots/", free, kept);
        assertThat(codes(preview("lots", writeOff))).containsExactly("", "inventory.set-aside");
        Answer done = run("lots", writeOff);
        assertThat(seen("/api/lots/", free).get("onHand").asInt()).isZero();
        assertThat(seen("/api/lots/", kept).get("onHand").asInt()).isEqualTo(2);
        undo(done);
        assertThat(seen("/api/lots/", free).get("onHand").asInt()).isEqualTo(2);
    }

    @Test
    void items_get_one_category_and_each_its_own_again() {
        String pods = product("Pods", Map.of("category", "pods"));
        String plain = product("Plain", Map.of());
        String retired = product("Retired", Map.of("category", "old"));
        Books.change(owner, "/api/products/" + retired, "retire", Map.of());
        Map<String, Object> step =
                bulk("SET_CATEGORY", Map.of("category", "Pumps"), "/api/products/", pods, plain, retired);
        assertThat(codes(preview("products", step))).containsExactly("", "", "catalog.retired");
        Answer done = run("products", step);
        assertThat(seen("/api/products/", plain).get("category").asString()).isEqualTo("pumps");
        undo(done);
        assertThat(seen("/api/products/", pods).get("category").asString()).isEqualTo("pods");
        assertThat(seen("/api/products/", plain).has("category")).isFalse();
        assertThat(seen("/api/products/", retired).get("category").asString()).isEqualTo("old");
    }

    @Test
    void expenses_stand_on_one_line_and_are_voided_and_each_is_as_before_once_that_is_undone() {
        String one = expense("SUPPLIES");
        String other = expense("TRAVEL");
        Answer moved = run("expenses", bulk("SET_CATEGORY", Map.of("category", "MEALS"), "/api/expenses/", one, other));
        assertThat(seen("/api/expenses/", other).get("category").asString()).isEqualTo("MEALS");
        assertThat(seen("/api/expenses/", other).get("vendor").asString()).isEqualTo("Marvin");
        undo(moved);
        assertThat(seen("/api/expenses/", one).get("category").asString()).isEqualTo("SUPPLIES");
        assertThat(seen("/api/expenses/", other).get("category").asString()).isEqualTo("TRAVEL");

        Answer voided = run("expenses", bulk("VOID", Map.of("reason", "entered twice"), "/api/expenses/", one, other));
        assertThat(codes(preview("expenses", bulk("VOID", Map.of("reason", "again"), "/api/expenses/", one))))
                .containsExactly("expenses.voided");
        undo(voided);
        assertThat(seen("/api/expenses/", one).get("voided").asBoolean()).isFalse();
    }

    @Test
    void trips_are_voided_together_and_count_again() {
        String one = trip();
        String other = trip();
        Answer voided = run("mileage", bulk("VOID", Map.of("reason", "private"), "/api/mileage/", one, other));
        assertThat(codes(voided)).containsExactly("", "");
        assertThat(seen("/api/mileage/", one).get("voided").asBoolean()).isTrue();
        undo(voided);
        assertThat(seen("/api/mileage/", other).get("voided").asBoolean()).isFalse();
    }

    @Test
    void sales_are_packed_and_cancelled_together_and_stand_where_they_stood() {
        String lot = lot(bought());
        String agreed = confirmed(lot);
        String draft = owner.post("/api/sales", Books.draft(lot, 1)).expect(201).id();
        Map<String, Object> pack = bulk("PACK", Map.of(), "/api/sales/", agreed, draft);
        assertThat(codes(preview("sales", pack))).containsExactly("", "sales.not-confirmed");
        Answer packed = run("sales", pack);
        assertThat(state(agreed)).isEqualTo("PACKED");
        undo(packed);
        assertThat(state(agreed)).isEqualTo("CONFIRMED");

        undo(run("sales", bulk("CANCEL", Map.of(), "/api/sales/", agreed, draft)));
        assertThat(state(agreed)).isEqualTo("DRAFT");
        assertThat(state(draft)).isEqualTo("DRAFT");
        assertThat(codes(preview("sales", bulk("PAY", Map.of("method", "CHECK"), "/api/sales/", draft))))
                .containsExactly("sales.not-invoiced");
    }

    @Test
    void what_is_owed_for_sales_comes_in_one_step_and_they_are_closed_and_open_again() {
        String sale = confirmed(lot(bought()));
        Books.change(owner, "/api/sales/" + sale, "ship", Map.of());
        Books.change(owner, "/api/sales/" + sale, "invoice", Map.of());
        Answer paid = run("sales", bulk("PAY", Map.of("method", "CHECK"), "/api/sales/", sale));
        assertThat(state(sale)).isEqualTo("PAID");
        assertThat(codes(preview("sales", bulk("PAY", Map.of("method", "CHECK"), "/api/sales/", sale))))
                .containsExactly("sales.nothing-owed");
        undo(run("sales", bulk("CLOSE", Map.of(), "/api/sales/", sale)));
        assertThat(state(sale)).isEqualTo("PAID");
        undo(paid);
        assertThat(state(sale)).isEqualTo("INVOICED");
        undo(run("sales", bulk("DELIVER", Map.of(), "/api/sales/", sale)));
        assertThat(seen("/api/sales/", sale).has("deliveredOn")).isFalse();
    }

    @Test
    void payouts_are_made_and_arrive_together_and_none_twice() {
        String one = agreed();
        String other = agreed();
        Map<String, Object> pay =
                wish("PAY", Map.of("method", "ZELLE"), List.of(chosen(one, one, 3_000), chosen(other, other, 3_001)));
        assertThat(codes(preview("payouts", pay))).containsExactly("", "deals.payout-above-agreed");
        Answer paid = run("payouts", pay);
        assertThat(stages(one)).containsExactly("SENT");
        assertThat(codes(run("payouts", pay))).containsOnly("deals.payout-above-agreed");

        String payout = payout(one);
        Answer arrived = run("payouts", wish("CONFIRM", Map.of(), List.of(chosen(payout, one, 3_000))));
        assertThat(stages(one)).containsExactly("SETTLED");
        undo(arrived);
        assertThat(stages(one)).containsExactly("SENT");
        undo(paid);
        assertThat(stages(one)).as("what wasn't paid is owed again").containsExactlyInAnyOrder("DUE", "FAILED");
        assertThat(owner.get("/api/payouts.csv?ids=" + payout).expect(200).body())
                .contains(payout)
                .doesNotContain(other);
    }

    @Test
    void P5_P6_what_is_another_businesses_is_answered_like_nothing() {
        Browser stranger = RunningService.shared().browser().signUp("Stranger Steps");
        String deal = bought();
        String lot = lot(deal);
        Map<String, Map<String, Object>> wishes = Map.of(
                "lots", bulk("HOLD", Map.of("holdFor", "QUALITY"), "/api/lots/", lot),
                "products", bulk("RETIRE", Map.of(), "/api/products/", product("Foreign", Map.of())),
                "expenses", bulk("VOID", Map.of("reason", "no"), "/api/expenses/", expense("MEALS")),
                "mileage", bulk("VOID", Map.of("reason", "no"), "/api/mileage/", trip()),
                "sales", bulk("CANCEL", Map.of(), "/api/sales/", confirmed(lot(bought()))),
                "payouts", wish("CONFIRM", Map.of(), List.of(chosen(payout(deal), deal, 3_000))));
        String nobodys = UUID.randomUUID().toString();
        wishes.forEach((list, wish) -> {
            for (String path : List.of("/api/" + list + "/bulk/preview", "/api/" + list + "/bulk")) {
                Answer foreign = stranger.post(path, wish).expect(200);
                assertThat(codes(foreign)).as(path).containsExactly("request.not-found");
                String id = foreign.json().get("results").get(0).get("id").asString();
                Map<String, Object> random = new HashMap<>(wish);
                Map<String, ?> nothing = list.equals("payouts")
                        ? Map.of("id", nobodys, "dealId", nobodys)
                        : Map.of("id", nobodys, "version", 0);
                random.put("chosen", List.of(nothing));
                assertThat(foreign.body().replace(id, nobodys))
                        .as(path)
                        .isEqualTo(stranger.post(path, random).expect(200).body());
            }
            assertThat(codes(preview(list, wish))).as("%s was left alone", list).containsExactly("");
        });
    }

    @Test
    void only_the_chosen_rows_are_taken_along() {
        String one = expense("MEALS");
        String other = expense("MEALS");
        assertThat(owner.get("/api/expenses.csv?ids=" + one).expect(200).body())
                .contains(one)
                .doesNotContain(other);
        String product = product("Chosen", Map.of());
        assertThat(owner.get("/api/products.csv?ids=" + product)
                        .expect(200)
                        .body()
                        .lines())
                .hasSize(2);
        String lot = lot(bought());
        assertThat(owner.get("/api/lots.csv?ids=" + lot).expect(200).body().lines())
                .hasSize(2);
        String sale = confirmed(lot);
        assertThat(owner.get("/api/sales.csv?ids=" + sale).expect(200).body().lines())
                .hasSize(2);
        String trip = trip();
        assertThat(owner.get("/api/mileage.csv?ids=" + trip).expect(200).body().lines())
                .hasSize(2);
    }

    /** A deal whose two boxes are on the shelf, and paid. */
    private String bought() {
        String deal = quoted();
        Books.step(owner, deal, "buy-on-the-spot", Map.of("attests", true, "method", "CASH"));
        return deal;
    }

    /** A deal for which $30.00 is owed. */
    private String agreed() {
        String deal = quoted();
        Books.step(owner, deal, "accept", Map.of("attests", true));
        Books.step(owner, deal, "receive", Map.of());
        Books.step(owner, deal, "inspect-rest-as-quoted", Map.of());
        Books.step(owner, deal, "agree", Map.of());
        return deal;
    }

    private String quoted() {
        String person = owner.post("/api/customers", Map.of("name", "Marvin"))
                .expect(201)
                .id();
        return owner.post("/api/deals", Books.quote(person)).expect(201).id();
    }

    private String lot(String deal) {
        return Eventually.of(
                        () -> seen("/api/deals/", deal)
                                .get("lines")
                                .get(0)
                                .get("found")
                                .get(0),
                        line -> line.get("onHand").asInt() == 2)
                .get("lotId")
                .asString();
    }

    private String confirmed(String lot) {
        String sale = owner.post("/api/sales", Books.draft(lot, 1)).expect(201).id();
        Books.change(owner, "/api/sales/" + sale, "confirm", Map.of());
        return sale;
    }

    private String product(String name, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", name + " " + UUID.randomUUID());
        return owner.post("/api/products", body).expect(201).id();
    }

    private String expense(String category) {
        return owner.post(
                        "/api/expenses",
                        Map.of("category", category, "vendor", "Marvin", "amount", Books.usd(900), "method", "CARD"))
                .expect(201)
                .id();
    }

    private String trip() {
        return owner.post("/api/mileage", Map.of("purpose", "post office", "tenthsOfMiles", 50))
                .expect(201)
                .id();
    }

    private String state(String sale) {
        return seen("/api/sales/", sale).get("state").asString();
    }

    private List<String> stages(String deal) {
        return payoutsOf(deal).stream()
                .map(payout -> payout.get("stage").asString())
                .toList();
    }

    private String payout(String deal) {
        return payoutsOf(deal).getFirst().get("id").asString();
    }

    private List<JsonNode> payoutsOf(String deal) {
        return owner.get("/api/payouts?size=200").expect(200).json().get("items").values().stream()
                .filter(payout -> payout.get("dealId").asString().equals(deal))
                .toList();
    }

    private JsonNode seen(String things, String id) {
        return owner.get(things + id).expect(200).json();
    }

    private Answer preview(String list, Map<String, Object> wish) {
        return owner.post("/api/" + list + "/bulk/preview", wish).expect(200);
    }

    private Answer run(String list, Map<String, Object> wish) {
        return owner.post("/api/" + list + "/bulk", wish).expect(200);
    }

    /** Undoes what was done, as the notice does. */
    private void undo(Answer done) {
        List<Long> positions = done.json().get("results").findValues("position").stream()
                .map(JsonNode::asLong)
                .toList();
        assertThat(codes(owner.post("/api/undo", Map.of("positions", positions, "reason", "SLIP"))
                        .expect(200)))
                .isNotEmpty()
                .containsOnly("");
    }

    private Map<String, Object> bulk(String step, Map<String, ?> says, String things, String... ids) {
        return wish(
                step,
                says,
                Arrays.stream(ids)
                        .map(id -> Map.of(
                                "id",
                                id,
                                "version",
                                seen(things, id).get("version").asInt()))
                        .toList());
    }

    private static Map<String, ?> chosen(String id, String deal, long cents) {
        return Map.of("id", id, "dealId", deal, "amount", Books.usd(cents));
    }

    private static Map<String, Object> wish(String step, Map<String, ?> says, List<?> chosen) {
        Map<String, Object> wish = new HashMap<>(says);
        wish.put("step", step);
        wish.put("chosen", chosen);
        return wish;
    }

    /** Why each was refused, in order; nothing where it was done. */
    private static List<String> codes(Answer answer) {
        return answer.json().get("results").values().stream()
                .map(result -> result.has("code") ? result.get("code").asString() : "")
                .toList();
    }
}
