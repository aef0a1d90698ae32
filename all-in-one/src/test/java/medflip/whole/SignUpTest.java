package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.launcher.ResendSimulator.SimulatedMail;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.retention.RetentionRule;
import medflip.platform.web.PrivateToken;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Signing up by the link of a mail (policy promises P4.3, P5, P10 and P12). */
class SignUpTest {

    private static final String WELCOME = "Welcome to MedFlip Profit";
    private static final String KNOWN = "You have an account already";

    private final RunningService service = RunningService.shared();
    private final Postbox postbox = new Postbox(service);
    private final JdbcClient jdbc = service.bean(JdbcClient.class);

    @Test
    void P4_3_who_signs_up_is_welcomed_once_by_a_link_that_shows_the_address_to_be_theirs() {
        Browser owner = service.browser().askSignUp(someAddress());
        assertThat(owner.get("/api/session").status())
                .as("nobody is signed in yet")
                .isEqualTo(401);
        String token = owner.mailed(WELCOME);
        assertThat(open(token).expect(200).json().get("email").asString()).isEqualTo(owner.email());

        owner.post("/api/sign-up/finish", Browser.finishSignUp(token, "Welcome"))
                .expect(201);

        var session = owner.get("/api/session").expect(200).json();
        assertThat(session.get("email").asString()).isEqualTo(owner.email());
        assertThat(session.get("confirmed").asBoolean()).isTrue();
        assertThat(postbox.of(owner.email())).hasSize(1);
    }

    @Test
    void P2_1_signing_up_asks_for_what_the_policy_names_and_for_nothing_more() {
        JsonNode schemas =
                service.browser().get("/v3/api-docs").expect(200).json().at("/components/schemas");
        assertThat(schemas.at("/AskSignUpBody/properties").propertyNames()).containsExactly("email");
        assertThat(schemas.at("/FinishSignUpBody/properties").propertyNames())
                .as("the address came with the link; the zone is the browser's own, for the business's days")
                .containsExactlyInAnyOrder(
                        "token",
                        "password",
                        "businessName",
                        "phone",
                        "address",
                        "attestsAdult",
                        "policyVersion",
                        "timeZone");
    }

    @Test
    void a_link_is_good_once() {
        Browser owner = service.browser().askSignUp(someAddress());
        String token = owner.mailed(WELCOME);
        owner.post("/api/sign-up/finish", Browser.finishSignUp(token, "Once")).expect(201);

        assertThat(open(token).expect(404).code()).isEqualTo("accounts.link-void");
        assertThat(open(token).body()).isEqualTo(open("no-such-token").body());
        Browser other = service.browser();
        assertThat(other.post("/api/sign-up/finish", Browser.finishSignUp(token, "Twice"))
                        .expect(404)
                        .code())
                .isEqualTo("accounts.link-void");
        assertThat(other.get("/api/session").status()).isEqualTo(401);
        service.browser().signIn(owner.email(), Browser.PASSWORD).expect(204);
    }

    @Test
    void a_link_that_was_used_opens_nothing_even_once_its_address_is_free_again() {
        Browser owner = service.browser().askSignUp(someAddress());
        String token = owner.mailed(WELCOME);
        owner.post("/api/sign-up/finish", Browser.finishSignUp(token, "Moved Away"))
                .expect(201);
        jdbc.sql("DELETE FROM write.sign_in WHERE user_id = :user")
                .param("user", userOf(owner))
                .update();
        assertThat(service.browser()
                        .post("/api/sign-up/finish", Browser.finishSignUp(token, "Moved Away"))
                        .expect(404)
                        .code())
                .isEqualTo("accounts.link-void");
    }

    @Test
    void an_address_has_one_account_and_whoever_asks_again_learns_that_by_mail_alone() {
        Browser owner = service.browser().askSignUp(someAddress());
        String first = owner.mailed(WELCOME);
        owner.askSignUp(owner.email());
        Eventually.of(() -> postbox.of(owner.email()).size(), mails -> mails == 2);
        String second = owner.mailed(WELCOME);
        assertThat(second).as("each wish has a link of its own").isNotEqualTo(first);
        owner.post("/api/sign-up/finish", Browser.finishSignUp(first, "First")).expect(201);
        assertThat(service.browser()
                        .post("/api/sign-up/finish", Browser.finishSignUp(second, "Second"))
                        .expect(409)
                        .code())
                .isEqualTo("accounts.email-taken");

        Answer known = ask(owner.email());
        Answer unknown = ask(someAddress());
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(204);
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        SimulatedMail mail = postbox.await(owner.email(), KNOWN);
        assertThat(mail.text()).contains("/sign-in", "/forgot-password").doesNotContain("/set-up");
    }

    @Test
    void what_is_no_address_is_told_so_and_nothing_is_mailed() {
        assertThat(ask("no address").expect(400).json().get("errors").findValuesAsString("field"))
                .containsExactly("email");
    }

    @Test
    void P5_neither_token_nor_address_is_kept_in_clear() {
        Browser owner = service.browser().askSignUp(someAddress());
        String token = owner.mailed(WELCOME);
        for (String table : new String[] {"write.sign_up", "write.outbox", "events.domain_event"}) {
            for (String secret : new String[] {token, owner.email()}) {
                assertThat(jdbc.sql("SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%' || :secret || '%'")
                                .param("secret", secret)
                                .query(Integer.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void P7_what_nobody_finished_runs_out_after_a_week_and_is_destroyed() {
        Browser owner = service.browser().askSignUp(someAddress());
        String token = owner.mailed(WELCOME);
        jdbc.sql("UPDATE write.sign_up SET asked_at = asked_at - interval '7 days' WHERE token_hash = :hash")
                .param("hash", PrivateToken.hash(token))
                .update();
        assertThat(open(token).status()).isEqualTo(404);
        assertThat(service.browser()
                        .post("/api/sign-up/finish", Browser.finishSignUp(token, "Late"))
                        .status())
                .isEqualTo(404);
        RetentionRule rule = service.bean("oldSignUps", RetentionRule.class);
        assertThat(rule.late(Instant.now())).as("due, not late").isZero();
        assertThat(rule.destroy(Instant.now(), 100)).isPositive();
        assertThat(jdbc.sql("SELECT count(*) FROM write.sign_up WHERE asked_at < now() - interval '7 days'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_sign_up_that_is_sent_twice_opens_one_business_and_is_answered_alike() {
        Browser first = service.browser().askSignUp(someAddress());
        Map<String, Object> body = Browser.finishSignUp(first.mailed(WELCOME), "Twice");
        String key = UUID.randomUUID().toString();
        Answer opened = first.post("/api/sign-up/finish", body, key).expect(201);
        Browser again = service.browser();
        assertThat(again.post("/api/sign-up/finish", body, key).expect(201).id())
                .isEqualTo(opened.id());
        assertThat(again.get("/api/session")
                        .expect(200)
                        .json()
                        .at("/business/id")
                        .asString())
                .as("the repeat is signed in to the business that the first one opened")
                .isEqualTo(opened.id());
    }

    @Test
    void a_key_stands_for_one_sign_up_and_its_password() {
        Browser owner = service.browser().askSignUp(someAddress());
        Map<String, Object> body = Browser.finishSignUp(owner.mailed(WELCOME), "Key");
        String key = UUID.randomUUID().toString();
        owner.post("/api/sign-up/finish", body, key).expect(201);
        for (Map<String, Object> other : List.<Map<String, Object>>of(
                Map.of("businessName", "Somebody Else"), Map.of("password", "wrong horse battery"))) {
            Browser browser = service.browser();
            assertThat(browser.post("/api/sign-up/finish", with(body, other), key)
                            .expect(422)
                            .code())
                    .isEqualTo("request.idempotency-mismatch");
            assertThat(browser.get("/api/session").status()).isEqualTo(401);
        }
        assertThat(service.browser()
                        .change("POST", "/api/sign-up/finish", body, null)
                        .expect(422)
                        .code())
                .isEqualTo("request.idempotency-key-required");
    }

    @Test
    void a_link_over_which_the_process_died_goes_on_with_the_password_that_was_chosen() {
        Browser owner = service.browser().askSignUp(someAddress());
        Map<String, Object> body = Browser.finishSignUp(owner.mailed(WELCOME), "Died");
        String token = PrivateToken.hash((String) body.get("token"));
        UUID business = jdbc.sql("SELECT sign_up_id FROM write.sign_up WHERE token_hash = :token")
                .param("token", token)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        INSERT INTO write.sign_in (email_index, tenant_id, user_id, role, password_hash)
                        SELECT email_index, sign_up_id, :owner, 'OWNER', :hash FROM write.sign_up
                        WHERE token_hash = :token
                        """)
                .param("owner", UUID.nameUUIDFromBytes((business + "/owner").getBytes(StandardCharsets.UTF_8)))
                .param(
                        "hash",
                        "pbkdf2:sha256:500$earlier1$6800d5304dd46db3c7a62af6743324ab2a59a7c67d9244cef81cdc111cb0c5f4")
                .param("token", token)
                .update();
        assertThat(owner.post("/api/sign-up/finish", with(body, Map.of("password", "another horse battery")))
                        .status())
                .isEqualTo(422);
        owner.post("/api/sign-up/finish", body).expect(201);
    }

    @Test
    void P10_nobody_under_18_signs_up_and_the_link_stays_good() {
        Browser owner = service.browser().askSignUp(someAddress());
        Map<String, Object> body = Browser.finishSignUp(owner.mailed(WELCOME), "Kid");
        assertThat(owner.post("/api/sign-up/finish", with(body, Map.of("attestsAdult", false)))
                        .expect(400)
                        .json()
                        .get("errors")
                        .findValuesAsString("field"))
                .containsExactly("attestsAdult");
        owner.post("/api/sign-up/finish", body).expect(201);
    }

    @Test
    void P5_a_password_is_neither_guessed_first_nor_made_of_the_address_or_the_business() {
        Browser owner = service.browser().askSignUp("quixworthy." + UUID.randomUUID() + "@example.com");
        Map<String, Object> body = Browser.finishSignUp(owner.mailed(WELCOME), "Plover Supplies");
        for (String guess : new String[] {"short", "iloveyou20262026!!", "PloverSupplies2026", owner.email()}) {
            assertThat(owner.post("/api/sign-up/finish", with(body, Map.of("password", guess)))
                            .expect(400)
                            .json()
                            .get("errors")
                            .findValuesAsString("field"))
                    .as(guess)
                    .containsExactly("password");
        }
    }

    @Test
    void P12_who_agrees_to_an_old_policy_is_shown_the_present_one() {
        Browser owner = service.browser().askSignUp(someAddress());
        Map<String, Object> body = Browser.finishSignUp(owner.mailed(WELCOME), "Old Policy");
        assertThat(owner.post("/api/sign-up/finish", with(body, Map.of("policyVersion", "2020-01-01")))
                        .expect(409)
                        .code())
                .isEqualTo("accounts.policy-outdated");
        assertThat(service.browser()
                        .get("/api/policy")
                        .expect(200)
                        .json()
                        .get("version")
                        .asString())
                .isEqualTo(PublishedPolicy.VERSION);
    }

    private Answer ask(String address) {
        return service.browser().post("/api/sign-up", Map.of("email", address));
    }

    private Answer open(String token) {
        return service.browser().post("/api/sign-up/open", Map.of("token", token));
    }

    private static UUID userOf(Browser owner) {
        return UUID.fromString(
                owner.get("/api/session").expect(200).json().get("userId").asString());
    }

    private static Map<String, Object> with(Map<String, Object> body, Map<String, Object> other) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.putAll(other);
        return changed;
    }

    private static String someAddress() {
        return "someone-" + UUID.randomUUID() + "@example.com";
    }
}
