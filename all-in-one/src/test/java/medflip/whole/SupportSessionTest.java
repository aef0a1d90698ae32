package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import medflip.launcher.ResendSimulator.SimulatedMail;
import medflip.whole.Browser.Answer;
import medflip.whole.Operators.Operator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Policy promise P6: the service's staff sees a business's books only if an owner lets them in, for a while, and the
 * business sees it.
 */
class SupportSessionTest {

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Helped");

    private static String grant(Browser owner, boolean mayWrite) {
        return owner.post("/api/support", Map.of("reason", "A deal is lost", "hours", 1, "mayWrite", mayWrite))
                .expect(201)
                .id();
    }

    /** An operator finds the grant a moment after it was given. */
    private static void enter(Browser operator, String support) {
        Eventually.of(
                () -> operator.post("/api/operator/support/" + support + "/enter", Map.of())
                        .status(),
                status -> status == 204);
    }

    private static JsonNode seen(Browser owner, String support) {
        return owner.get("/api/support/" + support).expect(200).json();
    }

    @Test
    void P6_an_operator_who_was_let_in_sees_the_books_changes_nothing_and_is_seen() {
        Browser operator = Operators.join(service, "ann@example.com").browser();
        owner.post("/api/customers", Map.of("name", "Ford")).expect(201);
        assertThat(operator.get("/api/customers").expect(403).code()).isEqualTo("accounts.not-allowed");
        String support = grant(owner, false);
        enter(operator, support);
        JsonNode session = operator.get("/api/session").expect(200).json();
        assertThat(session.at("/business/name").asString()).isEqualTo("Helped");
        assertThat(session.at("/support/mayWrite").asBoolean()).isFalse();
        assertThat(operator.get("/api/customers").expect(200).body()).contains("Ford");
        for (String refused : List.of(
                "/api/customers.csv",
                "/api/events",
                "/api/exports",
                "/api/api-keys",
                "/api/sessions",
                "/api/sign-ins",
                "/api/operator/businesses")) {
            assertThat(operator.get(refused).expect(403).code()).as(refused).isEqualTo("accounts.not-allowed");
        }
        assertThat(operator.post("/api/customers", Map.of("name", "Never"))
                        .expect(403)
                        .code())
                .isEqualTo("accounts.not-allowed");
        operator.post("/api/support/leave", Map.of()).expect(204);
        operator.get("/api/customers").expect(403);
        operator.get("/api/operator/health").expect(200);
        JsonNode after = Eventually.of(
                () -> seen(owner, support), found -> found.at("/visits/0").has("leftAt"));
        assertThat(after.at("/visits/0/operator").asString()).isEqualTo("ann@example.com");
        assertThat(after.get("looks").findValuesAsString("endpoint")).contains("GET /api/customers");
        assertThat(Eventually.of(
                        () -> owner.get("/api/operator-acts").expect(200).json().findValuesAsString("event"),
                        acts -> acts.size() == 2))
                .containsExactly("accounts.SupportLeft", "accounts.SupportEntered");
    }

    @Test
    void P6_an_owner_may_let_them_change_things_and_each_change_names_the_operator() {
        Browser operator = Operators.join(service, "ben@example.com").browser();
        enter(operator, grant(owner, true));
        String person = operator.post("/api/customers", Map.of("name", "Helped In"))
                .expect(201)
                .id();
        assertThat(operator.post("/api/invitations", Map.of("email", "x@example.com", "role", "OWNER"))
                        .expect(403)
                        .code())
                .as("what decides about the account is never part of it")
                .isEqualTo("accounts.not-allowed");
        operator.post("/api/support/leave", Map.of()).expect(204);
        JsonNode actor = Eventually.of(
                () -> owner.get("/api/customers/" + person + "/timeline").json().at("/items/0/actor"),
                found -> !found.isMissingNode());
        assertThat(actor.asString()).startsWith("operator:");
    }

    @Test
    void P6_an_owner_ends_it_and_who_is_in_is_out_at_once() {
        Operator cleo = Operators.join(service, "cleo@example.com");
        Browser operator = cleo.browser();
        String support = grant(owner, false);
        enter(operator, support);
        operator.get("/api/customers").expect(200);
        Answer open = Eventually.of(
                () -> owner.get("/api/support/" + support),
                answer -> answer.json().at("/visits/0").has("enteredAt"));
        owner.change("POST", "/api/support/" + support + "/revoke", Map.of(), open.etag())
                .expect(200);
        Answer out = Eventually.of(() -> operator.get("/api/customers"), answer -> answer.status() != 200);
        assertThat(out.code()).isEqualTo("accounts.sign-in-required");
        JsonNode over = Eventually.of(
                () -> seen(owner, support), found -> found.get("over").asBoolean());
        assertThat(over.get("revoked").asBoolean()).isTrue();
        assertThat(over.at("/visits/0").has("leftAt")).isTrue();
        operator.post(
                        "/api/sign-in",
                        Map.of(
                                "email",
                                "cleo@example.com",
                                "password",
                                Browser.PASSWORD,
                                "code",
                                cleo.app().now()))
                .expect(204);
        assertThat(operator.post("/api/operator/support/" + support + "/enter", Map.of())
                        .expect(404)
                        .code())
                .isEqualTo("request.not-found");
    }

    @Test
    void P6_an_owner_hears_by_mail_when_they_may_come_in_come_in_and_may_no_longer() {
        Postbox postbox = new Postbox(service);
        Browser operator = Operators.join(service, "dora@example.com").browser();
        String support = grant(owner, false);
        postbox.await(owner.email(), "The service's staff may come into your business");
        assertThat(postbox.of(owner.email()))
                .extracting(SimulatedMail::subject)
                .doesNotContain("The service's staff is in your business", "The support session is over");
        enter(operator, support);
        assertThat(postbox.await(owner.email(), "The service's staff is in your business")
                        .text())
                .contains("/settings/support")
                .doesNotContain("A deal is lost");
        owner.change(
                        "POST",
                        "/api/support/" + support + "/revoke",
                        Map.of(),
                        Eventually.of(
                                        () -> owner.get("/api/support/" + support),
                                        answer -> answer.json().at("/visits/0").has("enteredAt"))
                                .etag())
                .expect(200);
        postbox.await(owner.email(), "The support session is over");
    }

    @Test
    void P6_nobody_is_let_in_for_longer_than_a_day_nor_without_a_reason() {
        assertThat(owner.post("/api/support", Map.of("reason", "x", "hours", 25))
                        .expect(400)
                        .body())
                .contains("hours");
        assertThat(owner.post("/api/support", Map.of("hours", 1)).expect(400).body())
                .contains("reason");
    }

    @Test
    void P6_its_time_ends_it_and_that_is_a_fact_of_the_business() {
        try (RunningService other = RunningService.start(
                List.of("--medflip.accounts.look-for-support-ends-every=1s"), LaterClock.Given.class)) {
            Browser operator = Operators.of(other);
            Browser helped = other.browser().signUp("Helped For An Hour");
            String support = grant(helped, false);
            enter(operator, support);
            operator.get("/api/customers").expect(200);
            other.bean(LaterClock.class).isLater(Duration.ofMinutes(61));
            assertThat(operator.get("/api/customers").code())
                    .isIn("accounts.support-ended", "accounts.sign-in-required");
            JsonNode over = Eventually.of(() -> seen(helped, support), found -> found.has("endedAt"));
            assertThat(over.get("over").asBoolean()).isTrue();
            assertThat(over.get("revoked").asBoolean()).isFalse();
            // Refused since the time was over, and out once the fact has reached whoever ends sessions.
            Eventually.of(() -> operator.get("/api/session").status(), status -> status == 401);
        }
    }
}
