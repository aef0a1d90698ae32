package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What stands in a history is undone from there, by a further fact that says who undid it and why. */
class UndoTest {

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Gulf Undo");

    @Test
    void what_was_set_last_becomes_what_it_was_before() {
        String person = person("Ada");
        rename(person, "Ada Lovelace");
        rename(person, "Ada Byron");
        long latest = position(person, "customers.CustomerRenamed", 0);
        assertThat(codes(undo(latest, "WRONG_ONE"))).containsExactly("");
        assertThat(seen(person).get("name").asString()).isEqualTo("Ada Lovelace");
        JsonNode entries = timeline(person);
        assertThat(entries.get(0).get("undoReason").asString()).isEqualTo("WRONG_ONE");
        assertThat(entries.get(0).get("actor").asString()).startsWith("user:");
        assertThat(entries.get(0).get("undone").asBoolean()).isFalse();
        assertThat(entry(person, latest).get("undone").asBoolean()).isTrue();
        assertThat(entry(person, latest).has("undoReason")).isFalse();
    }

    @Test
    void an_undoing_is_undone_as_well() {
        String person = person("Grace");
        step(person, "archive");
        undo(position(person, "customers.CustomerArchived", 0), "SLIP");
        assertThat(seen(person).get("archived").asBoolean()).isFalse();
        undo(position(person, "customers.CustomerRestored", 0), "CHANGED_MIND");
        assertThat(seen(person).get("archived").asBoolean()).isTrue();
    }

    @Test
    void what_was_changed_since_is_left_alone_and_told() {
        String person = person("Joan");
        rename(person, "Joan Clarke");
        long earlier = position(person, "customers.CustomerRenamed", 0);
        rename(person, "Joan Murray");
        assertThat(codes(preview(earlier))).containsExactly("undo.changed-since");
        assertThat(codes(undo(earlier, "SLIP"))).containsExactly("undo.changed-since");
        assertThat(seen(person).get("name").asString()).isEqualTo("Joan Murray");
    }

    @Test
    void nothing_is_undone_twice_and_a_repeat_is_answered_alike() {
        String person = person("Hedy");
        step(person, "archive");
        long archived = position(person, "customers.CustomerArchived", 0);
        Map<String, Object> wish = Map.of("positions", List.of(archived), "reason", "SLIP");
        String key = UUID.randomUUID().toString();
        Answer first = owner.post("/api/undo", wish, key).expect(200);
        assertThat(owner.post("/api/undo", wish, key).expect(200).json()).isEqualTo(first.json());
        assertThat(codes(undo(archived, "SLIP"))).containsExactly("undo.undone-already");
    }

    @Test
    void what_has_no_way_back_says_why_and_asking_does_nothing() {
        String person = person("Mary");
        long registered = position(person, "customers.CustomerRegistered", 0);
        step(person, "archive");
        long archived = position(person, "customers.CustomerArchived", 0);
        assertThat(codes(preview(registered, archived))).containsExactly("", "undo.a-beginning");
        assertThat(seen(person).get("archived").asBoolean()).isTrue();
    }

    @Test
    void a_deals_hold_is_undone_and_its_payout_but_not_its_agreement() {
        String deal = owner.post("/api/deals", Books.quote(person("Lise")))
                .expect(201)
                .id();
        Books.step(owner, deal, "hold", Map.of("reason", "OTHER"));
        assertThat(codes(undo(dealPosition(deal, "deals.DealHeld"), "NOT_SO"))).containsExactly("");
        assertThat(owner.get("/api/deals/" + deal).expect(200).json().has("hold"))
                .isFalse();
        Books.step(owner, deal, "buy-on-the-spot", Map.of("attests", true, "method", "CASH"));
        assertThat(codes(undo(dealPosition(deal, "deals.DealAgreed"), "SLIP"))).containsExactly("undo.no-way-back");
        assertThat(codes(undo(dealPosition(deal, "deals.PayoutRecorded"), "SLIP")))
                .containsExactly("");
        assertThat(owner.get("/api/deals/" + deal)
                        .expect(200)
                        .json()
                        .get("owed")
                        .get("minor")
                        .asInt())
                .as("what wasn't paid is owed")
                .isEqualTo(3_000);
    }

    @Test
    void a_number_comes_back_unless_it_is_somebody_elses_by_now() {
        String person = owner.post("/api/customers", Map.of("name", "Rosa", "phones", List.of("617-555-0111")))
                .expect(201)
                .id();
        long former = corrected(person, "617-555-0112");
        assertThat(codes(undo(former, "SLIP"))).containsExactly("");
        assertThat(seen(person).get("contacts").get(0).get("value").asString()).isEqualTo("+16175550111");

        long again = corrected(person, "617-555-0113");
        // The former number is free a moment after it was given up.
        Eventually.of(
                () -> owner.post("/api/customers", Map.of("name", "Irene", "phones", List.of("617-555-0111")))
                        .status(),
                status -> status == 201);
        assertThat(codes(preview(again))).containsExactly("customers.phone-taken");
        assertThat(codes(undo(again, "SLIP"))).containsExactly("customers.phone-taken");
        assertThat(seen(person).get("contacts").get(0).get("value").asString()).isEqualTo("+16175550113");
    }

    @Test
    void a_corrected_trip_and_a_split_lot_become_what_they_were() {
        String trip = owner.post("/api/mileage", Map.of("purpose", "post office", "tenthsOfMiles", 50))
                .expect(201)
                .id();
        Answer seen = owner.get("/api/mileage/" + trip).expect(200);
        long corrected = owner.change(
                        "PUT", "/api/mileage/" + trip, Map.of("purpose", "bank", "tenthsOfMiles", 70), seen.etag())
                .expect(200)
                .json()
                .get("position")
                .asLong();
        assertThat(codes(undo(corrected, "SLIP"))).containsExactly("");
        assertThat(owner.get("/api/mileage/" + trip)
                        .expect(200)
                        .json()
                        .get("tenthsOfMiles")
                        .asInt())
                .isEqualTo(50);

        String deal = owner.post("/api/deals", Books.quote(person("Maria")))
                .expect(201)
                .id();
        Books.step(owner, deal, "buy-on-the-spot", Map.of("attests", true, "method", "CASH"));
        String lot = Eventually.of(
                        () -> owner.get("/api/lots?search=Maria")
                                .expect(200)
                                .json()
                                .get("items"),
                        lots -> lots.size() == 1)
                .get(0)
                .get("id")
                .asString();
        String part = UUID.randomUUID().toString();
        Answer whole = owner.get("/api/lots/" + lot).expect(200);
        long split = owner.change(
                        "POST",
                        "/api/lots/" + lot + "/split",
                        Map.of("partId", part, "quantity", 1, "grade", "PERFECT"),
                        whole.etag())
                .expect(200)
                .json()
                .get("position")
                .asLong();
        Eventually.of(() -> owner.get("/api/lots/" + part).status(), status -> status == 200);
        assertThat(codes(undo(split, "SLIP"))).containsExactly("");
        Eventually.of(
                () -> owner.get("/api/lots/" + lot)
                        .expect(200)
                        .json()
                        .get("onHand")
                        .asInt(),
                boxes -> boxes == 2);
        assertThat(codes(undo(split, "SLIP"))).containsExactly("inventory.already-rejoined");
    }

    @Test
    void several_files_that_were_attached_at_once_are_taken_off_at_once() {
        String person = person("Hedy");
        List<String> files = List.of(Books.receipt(owner, person), Books.receipt(owner, person));
        Answer seen = owner.get("/api/customers/" + person).expect(200);
        long attached = owner.change(
                        "POST", "/api/customers/" + person + "/files", Map.of("fileIds", files), seen.etag())
                .expect(200)
                .json()
                .get("position")
                .asLong();
        assertThat(codes(undo(attached, "WRONG_ONE"))).containsExactly("");
        assertThat(owner.get("/api/customers/" + person + "/records")
                        .expect(200)
                        .json()
                        .get("files"))
                .isEmpty();
    }

    @Test
    void boxes_that_a_count_missed_are_there_again_at_their_cost_unless_some_have_gone_since() {
        String lot = lotOf("Chien-Shiung");
        Answer before = owner.get(lot).expect(200);
        long counted = counted(lot, 1);
        assertThat(codes(undo(counted, "SLIP"))).containsExactly("");
        JsonNode after = owner.get(lot).expect(200).json();
        assertThat(after.get("onHand")).isEqualTo(before.json().get("onHand"));
        assertThat(after.get("costOnHand")).isEqualTo(before.json().get("costOnHand"));

        long again = counted(lot, 1);
        counted(lot, 0);
        assertThat(codes(undo(again, "SLIP"))).containsExactly("undo.changed-since");
    }

    @Test
    void boxes_that_a_count_found_are_gone_again_and_the_others_cost_what_they_did() {
        String lot = lotOf("Lise Meitner");
        Answer before = owner.get(lot).expect(200);
        long counted = counted(lot, 5);
        assertThat(codes(undo(counted, "SLIP"))).containsExactly("");
        JsonNode after = owner.get(lot).expect(200).json();
        assertThat(after.get("onHand")).isEqualTo(before.json().get("onHand"));
        assertThat(after.get("costOnHand")).isEqualTo(before.json().get("costOnHand"));
        assertThat(codes(undo(counted, "SLIP"))).containsExactly("undo.undone-already");

        long again = counted(lot, 5);
        counted(lot, 4);
        assertThat(codes(undo(again, "SLIP"))).containsExactly("undo.changed-since");
    }

    @Test
    void a_write_off_that_was_undone_says_so_and_holds_after_all_if_that_is_undone() {
        String lot = lotOf("Rosalind");
        String writeOff = UUID.randomUUID().toString();
        long lost = lotStep(
                lot, "write-offs", Map.of("writeOffId", writeOff, "quantity", 1, "reason", "DAMAGED", "note", "wet"));
        JsonNode less = owner.get(lot).expect(200).json();
        long undone = lotStep(lot, "undo-write-off", Map.of("writeOffId", writeOff));
        assertThat(codes(undo(lost, "SLIP"))).containsExactly("undo.undone-already");

        assertThat(codes(undo(undone, "CHANGED_MIND"))).containsExactly("");
        JsonNode after = owner.get(lot).expect(200).json();
        assertThat(after.get("onHand")).isEqualTo(less.get("onHand"));
        assertThat(after.get("costOnHand")).isEqualTo(less.get("costOnHand"));
        assertThat(codes(undo(undone, "SLIP"))).containsExactly("undo.undone-already");
    }

    /** The lot of two boxes that somebody sold. */
    private String lotOf(String name) {
        String deal =
                owner.post("/api/deals", Books.quote(person(name))).expect(201).id();
        Books.step(owner, deal, "buy-on-the-spot", Map.of("attests", true, "method", "CASH"));
        return "/api/lots/"
                + Eventually.of(
                                () -> owner.get("/api/lots?search=" + name.split(" ")[0])
                                        .expect(200)
                                        .json()
                                        .get("items"),
                                lots -> lots.size() == 1)
                        .get(0)
                        .get("id")
                        .asString();
    }

    private long counted(String lot, int boxes) {
        return lotStep(lot, "count", Map.of("counted", boxes, "reason", "LOST"));
    }

    private long lotStep(String lot, String step, Map<String, ?> body) {
        Answer seen = owner.get(lot).expect(200);
        return owner.change("POST", lot + "/" + step, body, seen.etag())
                .expect(200)
                .json()
                .get("position")
                .asLong();
    }

    /** Gives the person another number. Returns where that stands. */
    private long corrected(String person, String phone) {
        Answer seen = owner.get("/api/customers/" + person).expect(200);
        return owner.change(
                        "PUT",
                        "/api/customers/" + person,
                        Map.of("name", "Rosa", "contacts", List.of(Map.of("kind", "PHONE", "value", phone))),
                        seen.etag())
                .expect(200)
                .json()
                .get("position")
                .asLong();
    }

    @Test
    void P5_another_business_finds_nothing_to_undo() {
        String person = person("Emmy");
        step(person, "archive");
        long archived = position(person, "customers.CustomerArchived", 0);
        Browser stranger = service.browser().signUp("Stranger to Undo");
        Map<String, Object> wish = Map.of("positions", List.of(archived), "reason", "SLIP");
        Answer foreign = stranger.post("/api/undo", wish).expect(200);
        assertThat(codes(foreign)).containsExactly("request.not-found");
        Answer none = stranger.post("/api/undo", Map.of("positions", List.of(999_999_999L), "reason", "SLIP"))
                .expect(200);
        assertThat(none.body().replace("999999999", Long.toString(archived))).isEqualTo(foreign.body());
        assertThat(seen(person).get("archived").asBoolean()).isTrue();
    }

    private String person(String name) {
        return owner.post("/api/customers", Map.of("name", name)).expect(201).id();
    }

    private void rename(String person, String name) {
        Answer seen = owner.get("/api/customers/" + person).expect(200);
        owner.change("PUT", "/api/customers/" + person, Map.of("name", name), seen.etag())
                .expect(200);
    }

    private void step(String person, String step) {
        Answer seen = owner.get("/api/customers/" + person).expect(200);
        owner.change("POST", "/api/customers/" + person + "/" + step, Map.of(), seen.etag())
                .expect(200);
    }

    private Answer undo(long position, String reason) {
        return owner.post("/api/undo", Map.of("positions", List.of(position), "reason", reason))
                .expect(200);
    }

    private Answer preview(Long... positions) {
        return owner.post("/api/undo/preview", Map.of("positions", List.of(positions)))
                .expect(200);
    }

    private static List<String> codes(Answer answer) {
        return StreamSupport.stream(answer.json().get("results").spliterator(), false)
                .map(result -> result.path("code").asString(""))
                .toList();
    }

    private JsonNode seen(String person) {
        return owner.get("/api/customers/" + person).expect(200).json();
    }

    private JsonNode timeline(String person) {
        return owner.get("/api/customers/" + person + "/timeline")
                .expect(200)
                .json()
                .get("items");
    }

    private long position(String person, String event, int which) {
        return StreamSupport.stream(timeline(person).spliterator(), false)
                .filter(entry -> entry.get("event").asString().equals(event))
                .skip(which)
                .findFirst()
                .orElseThrow()
                .get("position")
                .asLong();
    }

    private JsonNode entry(String person, long position) {
        return StreamSupport.stream(timeline(person).spliterator(), false)
                .filter(entry -> entry.get("position").asLong() == position)
                .findFirst()
                .orElseThrow();
    }

    private long dealPosition(String deal, String event) {
        JsonNode items =
                owner.get("/api/deals/" + deal + "/timeline").expect(200).json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(entry -> entry.get("event").asString().equals(event))
                .findFirst()
                .orElseThrow()
                .get("position")
                .asLong();
    }
}
