package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;

/**
 * What every command promises its caller: no doubles, no silent overwrites, clear refusals, own writes seen at once.
 */
class CommandsOverHttpTest {

    private final Browser owner = RunningService.shared().browser().signUp("Commands");

    @Test
    void the_same_key_and_body_is_answered_like_the_first_time_and_makes_nothing_twice() {
        String key = UUID.randomUUID().toString();
        Answer first = owner.post("/api/customers", Books.person(), key).expect(201);
        Answer second = owner.post("/api/customers", Books.person(), key).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(owner.get("/api/customers").json().get("total").asInt()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String key = UUID.randomUUID().toString();
        owner.post("/api/customers", Books.person(), key).expect(201);
        Answer other = owner.post("/api/customers", Map.of("name", "Somebody Else"), key)
                .expect(422);
        assertThat(other.code()).isEqualTo("request.idempotency-mismatch");
        assertThat(owner.get("/api/customers").json().get("total").asInt()).isEqualTo(1);
    }

    @Test
    void twenty_at_once_under_one_key_make_one() throws Exception {
        String key = UUID.randomUUID().toString();
        String token = owner.get("/api/session").body();
        assertThat(token).isNotEmpty();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> send = () -> owner.post("/api/customers", Books.person(), key);
            List<Future<Answer>> answers = threads.invokeAll(java.util.Collections.nCopies(20, send));
            String id = answers.getFirst().get().expect(201).id();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().expect(201).id()).isEqualTo(id);
            }
        }
        assertThat(owner.get("/api/customers").json().get("total").asInt()).isEqualTo(1);
    }

    @Test
    void a_make_without_a_key_and_a_change_without_a_version_are_refused() {
        Answer noKey =
                owner.change("POST", "/api/customers", Books.person(), null).expect(422);
        assertThat(noKey.code()).isEqualTo("request.idempotency-key-required");
        String id = owner.post("/api/customers", Map.of("name", "Somebody"))
                .expect(201)
                .id();
        Answer noVersion = owner.change("PUT", "/api/customers/" + id, Map.of("name", "No Version"), null)
                .expect(428);
        assertThat(noVersion.code()).isEqualTo("request.version-required");
    }

    @Test
    void a_change_on_an_old_version_overwrites_nothing() {
        String id = owner.post("/api/customers", Map.of("name", "Somebody"))
                .expect(201)
                .id();
        String seen = owner.get("/api/customers/" + id).expect(200).etag();
        owner.change("PUT", "/api/customers/" + id, Map.of("name", "First Writer"), seen)
                .expect(200);
        Answer second = owner.change("PUT", "/api/customers/" + id, Map.of("name", "Second Writer"), seen)
                .expect(412);
        assertThat(second.code()).isEqualTo("request.version-conflict");
        assertThat(owner.get("/api/customers/" + id).json().get("name").asString())
                .isEqualTo("First Writer");
    }

    @Test
    void a_person_sees_their_own_change_in_the_very_next_answer() {
        for (int i = 0; i < 50; i++) {
            String id = owner.post("/api/customers", Map.of("name", "Reader " + i))
                    .expect(201)
                    .id();
            Answer read = owner.get("/api/customers/" + id).expect(200);
            assertThat(read.json().get("name").asString()).isEqualTo("Reader " + i);
        }
    }

    @Test
    void all_faults_of_a_form_are_named_at_once_by_field() {
        Answer bad = owner.post(
                        "/api/customers",
                        Map.of("name", " ", "phones", List.of("617-555-0155", "call me"), "emails", List.of("nope")))
                .expect(400);
        assertThat(bad.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(bad.code()).isEqualTo("request.invalid");
        assertThat(bad.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "phones[1]", "emails[0]");
    }

    @Test
    void what_is_no_json_or_names_an_unknown_field_gets_a_problem_and_no_stack_trace() {
        Answer unknown = owner.post("/api/customers", Map.of("name", "A", "isAdmin", true))
                .expect(400);
        assertThat(unknown.code()).isEqualTo("request.invalid");
        assertThat(unknown.body()).doesNotContain("medflip.").doesNotContain("Exception");
        Answer wrongId = owner.get("/api/customers/not-a-uuid").expect(404);
        assertThat(wrongId.code()).isEqualTo("request.not-found");
    }

    @Test
    void a_deal_is_for_a_customer_that_exists() {
        Answer nobody = owner.post("/api/deals", Books.quote(UUID.randomUUID().toString()))
                .expect(404);
        assertThat(nobody.code()).isEqualTo("request.not-found");
    }

    @Test
    void money_is_paid_once_even_if_two_click_at_the_same_moment() throws Exception {
        String deal = agreedDeal();
        String seen = owner.get("/api/deals/" + deal).expect(200).etag();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> pay =
                    () -> owner.change("POST", "/api/deals/" + deal + "/payouts", Books.payout(3_000), seen);
            List<Integer> statuses = threads.invokeAll(java.util.Collections.nCopies(8, pay)).stream()
                    .map(answer -> answer.resultNow().status())
                    .toList();
            assertThat(statuses).containsOnlyOnce(200).contains(412);
        }
        assertThat(paid(deal)).isEqualTo(3_000);
    }

    @Test
    void two_who_pay_in_parts_never_pay_more_than_was_agreed() throws Exception {
        String deal = agreedDeal();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Each looks, pays $10.00 of the $30.00, and does so again whenever somebody else was quicker.
            Callable<Integer> pay = () -> {
                int made = 0;
                for (int i = 0; i < 6; i++) {
                    String seen = owner.get("/api/deals/" + deal).expect(200).etag();
                    Answer answer = owner.change("POST", "/api/deals/" + deal + "/payouts", Books.payout(1_000), seen);
                    made += answer.status() == 200 ? 1 : 0;
                }
                return made;
            };
            int made = threads.invokeAll(java.util.Collections.nCopies(6, pay)).stream()
                    .mapToInt(Future::resultNow)
                    .sum();
            assertThat(made).isEqualTo(3);
        }
        assertThat(paid(deal)).isEqualTo(3_000);
    }

    @Test
    void a_payout_that_is_sent_again_after_a_lost_answer_is_one_payout() {
        String deal = agreedDeal();
        Map<String, Object> payout = new HashMap<>(Books.payout(1_000));
        payout.put("payoutId", UUID.randomUUID().toString());
        Books.step(owner, deal, "payouts", payout);
        Books.step(owner, deal, "payouts", payout);
        assertThat(paid(deal)).isEqualTo(1_000);
    }

    private String agreedDeal() {
        String customer =
                owner.post("/api/customers", Books.person()).expect(201).id();
        String deal =
                owner.post("/api/deals", Books.quote(customer)).expect(201).id();
        Books.step(owner, deal, "accept", Map.of("attests", true));
        Books.step(owner, deal, "receive", Map.of());
        Books.step(owner, deal, "inspect-rest-as-quoted", Map.of());
        Books.step(owner, deal, "agree", Map.of());
        return deal;
    }

    private long paid(String deal) {
        return owner.get("/api/deals/" + deal)
                .expect(200)
                .json()
                .get("paid")
                .get("minor")
                .asLong();
    }
}
