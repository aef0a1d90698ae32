package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People as a business keeps them, over HTTP: their cards, who is whom, and from whom nothing is bought. */
class PeopleTest {

    private final Browser owner = RunningService.shared().browser().signUp("People");

    @Test
    void a_number_belongs_to_one_person_and_who_has_it_is_named() {
        person("Tammy Davis", "617 555 0155");
        Answer taken = owner.post("/api/customers", Map.of("name", "Tamara", "phones", List.of("(617) 555-0155")))
                .expect(409);
        assertThat(taken.code()).isEqualTo("customers.phone-taken");
        assertThat(taken.json().get("detail").asString()).contains("Tammy Davis");
        String tamara = person("Tamara", "617 555 0156");
        Answer seen = owner.get(path(tamara)).expect(200);
        Map<String, Object> card =
                Map.of("name", "Tamara", "contacts", List.of(Map.of("kind", "PHONE", "value", "617-555-0155")));
        assertThat(owner.change("PUT", path(tamara), card, seen.etag())
                        .expect(409)
                        .code())
                .isEqualTo("customers.phone-taken");
        assertThat(owner.get(path(tamara)).json().get("phones").get(0).asString())
                .isEqualTo("+16175550156");
    }

    @Test
    void a_number_that_is_taken_off_a_card_is_free_for_somebody_else() {
        String tammy = person("Tammy", "617 555 0157");
        Answer seen = owner.get(path(tammy)).expect(200);
        owner.change("PUT", path(tammy), Map.of("name", "Tammy"), seen.etag()).expect(200);
        Eventually.of(
                () -> owner.post("/api/customers", Map.of("name", "Priya", "phones", List.of("617 555 0157")))
                        .status(),
                status -> status == 201);
    }

    @Test
    void nothing_is_bought_from_who_is_ruled_out_until_they_are_allowed_again() {
        String tammy = person("Tammy", "617 555 0158");
        String quoted = owner.post("/api/deals", Books.quote(tammy)).expect(201).id();
        Books.change(owner, path(tammy), "do-not-buy", Map.of("reason", "opened boxes, twice"));
        assertThat(owner.post("/api/deals", Books.quote(tammy)).expect(409).code())
                .isEqualTo("deals.do-not-buy");
        Answer deal = owner.get("/api/deals/" + quoted).expect(200);
        assertThat(owner.change("POST", "/api/deals/" + quoted + "/accept", Map.of("attests", true), deal.etag())
                        .expect(409)
                        .code())
                .isEqualTo("deals.do-not-buy");
        assertThat(owner.get(path(tammy)).json().get("doNotBuyFor").asString()).isEqualTo("opened boxes, twice");
        Books.change(owner, path(tammy), "do-not-buy/lift", Map.of());
        Books.step(owner, quoted, "accept", Map.of("attests", true));
    }

    @Test
    void who_is_ruled_out_is_so_also_by_another_card_of_theirs() {
        String tammy = person("Tammy", "617 555 0161");
        String tamara = person("Tamara", "617 555 0162");
        Books.change(owner, path(tamara), "do-not-buy", Map.of("reason", "no"));
        merge(tamara, tammy);
        assertThat(owner.post("/api/deals", Books.quote(tammy)).expect(409).code())
                .isEqualTo("deals.do-not-buy");
        owner.post(path(tamara) + "/unmerge", Map.of()).expect(201);
        owner.post("/api/deals", Books.quote(tammy)).expect(201);
        assertThat(owner.post("/api/deals", Books.quote(tamara)).expect(409).code())
                .isEqualTo("deals.do-not-buy");
    }

    @Test
    void merging_shows_everything_with_one_and_taking_apart_restores_both_after_new_deals_too() {
        String tammy = person("Tammy Davis", "617 555 0163");
        String tamara = person("Tamara Davis", "617 555 0164");
        String deal = owner.post("/api/deals", Books.quote(tamara)).expect(201).id();
        Books.change(owner, path(tamara), "notes", Map.of("text", "prefers Zelle"));
        JsonNode before = owner.get(path(tamara)).json();

        merge(tamara, tammy);
        assertThat(owner.get("/api/customers").json().get("total").asInt()).isEqualTo(1);
        assertThat(dealsOf(tammy)).containsExactly(deal);
        assertThat(owner.get("/api/deals/" + deal).json().get("customerName").asString())
                .isEqualTo("Tammy Davis");
        assertThat(owner.get(path(tammy)).json().get("deals").asInt()).isEqualTo(1);
        assertThat(owner.get(path(tammy) + "/records")
                        .json()
                        .at("/notes/0/text")
                        .asString())
                .isEqualTo("prefers Zelle");
        assertThat(owner.get(path(tammy) + "/timeline").json().findValuesAsString("event"))
                .contains("customers.NoteWritten", "deals.QuoteGiven", "customers.PeopleMerged");
        String since = owner.post("/api/deals", Books.quote(tammy)).expect(201).id();

        owner.post(path(tamara) + "/unmerge", Map.of()).expect(201);
        assertThat(owner.get(path(tamara)).json()).isEqualTo(before);
        assertThat(dealsOf(tamara)).containsExactly(deal);
        assertThat(dealsOf(tammy)).containsExactly(since);
        assertThat(owner.get(path(tammy) + "/records").json().get("notes")).isEmpty();
        assertThat(owner.get("/api/customers").json().get("total").asInt()).isEqualTo(2);
    }

    @Test
    void people_who_look_alike_are_shown_as_a_pair_until_they_are_found_different() {
        String one = person("Davis, Tammy", "617 555 0167");
        String other = person("Tammy Davis", "617 555 0168");
        JsonNode pairs = owner.get("/api/customers/duplicates").expect(200).json();
        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).get("because").get(0).asString()).isEqualTo("SAME_NAME");
        assertThat(owner.get("/api/customers/like?phone=6175550168").json().findValuesAsString("id"))
                .containsExactly(other);
        assertThat(owner.get("/api/customers/like?phone=61755").json()).isEmpty();
        owner.post(path(one) + "/keep-apart", Map.of("customerId", other)).expect(201);
        assertThat(owner.get("/api/customers/duplicates").json()).isEmpty();
    }

    @Test
    void tags_and_fields_follow_the_businesss_own_plan_and_a_renamed_source_keeps_its_people() {
        String tag = UUID.randomUUID().toString();
        String field = UUID.randomUUID().toString();
        String source = UUID.randomUUID().toString();
        String tammy = owner.post("/api/customers", Map.of("name", "Tammy", "leadSource", "Google"))
                .expect(201)
                .id();
        Answer seen = owner.get(path(tammy)).expect(200);
        assertThat(owner.change("POST", path(tammy) + "/tags", Map.of("tagId", tag), seen.etag())
                        .expect(422)
                        .code())
                .isEqualTo("customers.no-such-tag");
        plan(tag, field, source, "Google");
        Books.change(owner, path(tammy), "tags", Map.of("tagId", tag));
        Books.change(owner, path(tammy), "fields", Map.of("fieldId", field, "value", "2026-12-24"));
        Answer now = owner.get(path(tammy)).expect(200);
        assertThat(owner.change("POST", path(tammy) + "/fields", Map.of("fieldId", field, "value", "soon"), now.etag())
                        .expect(400)
                        .code())
                .isEqualTo("request.invalid");
        plan(tag, field, source, "Google Ads");
        assertThat(owner.get("/api/customers?tag=" + tag + "&leadSource=Google+Ads")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(owner.get(path(tammy)).json().get("leadSource").asString()).isEqualTo("Google Ads");
    }

    @Test
    void a_task_comes_up_on_its_day_and_is_gone_when_it_is_done() {
        String tammy = person("Tammy", "617 555 0169");
        String task = UUID.randomUUID().toString();
        Books.change(owner, path(tammy), "tasks", Map.of("id", task, "text", "call", "dueOn", "2020-01-01"));
        Books.change(owner, path(tammy), "tasks", Map.of("text", "later", "dueOn", "2999-01-01"));
        JsonNode due = owner.get("/api/tasks/due").expect(200).json();
        assertThat(due.findValuesAsString("text")).containsExactly("call");
        assertThat(due.get(0).get("overdue").asBoolean()).isTrue();
        Books.change(owner, path(tammy), "tasks/finish", Map.of("taskId", task));
        assertThat(owner.get("/api/tasks/due").json()).isEmpty();
    }

    @Test
    void where_somebody_is_paid_is_masked_until_it_is_asked_for() {
        String tammy = person("Tammy", "617 555 0170");
        Books.change(
                owner, path(tammy), "payout-handles", Map.of("kind", "ZELLE", "handle", "tammy.davis@example.com"));
        assertThat(owner.get(path(tammy) + "/records").expect(200).body()).doesNotContain("tammy.davis");
        assertThat(owner.get(path(tammy) + "/payout-handles")
                        .json()
                        .get(0)
                        .get("handle")
                        .asString())
                .isEqualTo("tammy.davis@example.com");
    }

    @Test
    void a_file_is_kept_with_the_person_it_is_about_and_with_nobody_else() {
        String tammy = person("Tammy", "617 555 0171");
        String priya = person("Priya", "617 555 0172");
        String file = Books.receipt(owner, tammy);
        Answer seen = owner.get(path(priya)).expect(200);
        owner.change("POST", path(priya) + "/files", Map.of("fileIds", List.of(file)), seen.etag())
                .expect(409);
        Books.change(owner, path(tammy), "files", Map.of("fileIds", List.of(file)));
        assertThat(owner.get(path(tammy) + "/records").json().at("/files/0/id").asString())
                .isEqualTo(file);
        Books.change(owner, path(tammy), "files/remove", Map.of("fileId", file));
        assertThat(owner.get(path(tammy) + "/records").json().get("files")).isEmpty();
    }

    private void plan(String tag, String field, String source, String sourceName) {
        owner.post(
                        "/api/card-plan",
                        Map.of(
                                "tags",
                                List.of(Map.of("id", tag, "name", "Regular", "colour", "GREEN")),
                                "fields",
                                List.of(Map.of("id", field, "name", "Birthday", "kind", "DATE")),
                                "leadSources",
                                List.of(Map.of("id", source, "name", sourceName))))
                .expect(201);
    }

    private List<String> dealsOf(String customer) {
        return owner.get("/api/deals?customerId=" + customer)
                .expect(200)
                .json()
                .get("items")
                .findValuesAsString("id");
    }

    private void merge(String merged, String survivor) {
        owner.post(path(merged) + "/merge", Map.of("customerId", survivor)).expect(201);
    }

    private String person(String name, String phone) {
        return owner.post("/api/customers", Map.of("name", name, "phones", List.of(phone)))
                .expect(201)
                .id();
    }

    private static String path(String customer) {
        return "/api/customers/" + customer;
    }
}
