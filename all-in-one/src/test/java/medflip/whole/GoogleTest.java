package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import medflip.platform.policy.PublishedPolicy;
import medflip.whole.Browser.Answer;
import medflip.whole.GoogleStandIn.Lie;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Signing in and up by Google, against an OpenID provider of the tests. */
class GoogleTest {

    private static final String REFUSED = "accounts.google-refused";

    private final RunningService service = RunningService.shared();
    private final GoogleStandIn google = GoogleStandIn.shared();

    @Test
    void Google_is_asked_with_a_state_a_nonce_and_a_proof_key_for_no_more_than_who_it_is() {
        assertThat(ask(service.browser()))
                .startsWith(google.issuer() + "/authorize?")
                .contains("response_type=code", "state=", "nonce=", "code_challenge=", "code_challenge_method=S256")
                .contains("scope=openid%20email&")
                .contains("redirect_uri=http://localhost:");
    }

    @Test
    void who_signs_up_by_Google_has_a_confirmed_address_and_needs_no_password() {
        String email = address();
        Browser owner = service.browser();
        assertThat(arrive(owner, email).get("standing").asString()).isEqualTo("NOBODY");
        assertThat(signUp(owner, "other@example.com").expect(401).code())
                .as("an address that Google didn't vouch for")
                .isEqualTo(REFUSED);
        signUp(owner, email).expect(204);
        JsonNode session = owner.get("/api/session").expect(200).json();
        assertThat(session.get("email").asString()).isEqualTo(email);
        assertThat(session.get("confirmed").asBoolean()).isTrue();

        Browser again = service.browser();
        assertThat(arrive(again, email).get("standing").asString()).isEqualTo("LINKED");
        assertThat(again.get("/api/session").status())
                .as("an answer alone opens no session")
                .isEqualTo(401);
        enter(again, Map.of()).expect(204);
        again.get("/api/session").expect(200);
        service.browser().signIn(email, "").expect(401);
        new Postbox(service).await(email, "You can sign in with Google");
    }

    @Test
    void an_address_that_Google_vouches_for_opens_an_account_only_once_its_owner_has_linked_them() {
        Browser owner = service.browser().signUp("Not Linked");
        Browser other = service.browser();
        assertThat(arrive(other, owner.email()).get("standing").asString()).isEqualTo("KNOWN_ADDRESS");
        assertThat(enter(other, Map.of()).expect(422).code()).isEqualTo("accounts.password-wrong");
        assertThat(enter(other, Map.of("password", "not the password at all"))
                        .expect(422)
                        .code())
                .isEqualTo("accounts.password-wrong");
        assertThat(signUp(other, owner.email()).expect(409).code()).isEqualTo("accounts.email-taken");
        enter(other, Map.of("password", Browser.PASSWORD)).expect(204);
        assertThat(arrive(service.browser(), owner.email()).get("standing").asString())
                .isEqualTo("LINKED");
    }

    @Test
    void a_second_step_holds_for_Google_too() {
        Browser owner = service.browser().signUp("Google Second");
        link(owner, owner.email());
        AuthenticatorApp app = AuthenticatorApp.setUp(owner);
        Browser again = service.browser();
        arrive(again, owner.email());
        assertThat(enter(again, Map.of()).expect(401).code()).isEqualTo("accounts.second-factor-needed");
        assertThat(enter(again, Map.of("code", "000000")).expect(401).code()).isEqualTo("accounts.second-factor-wrong");
        enter(again, Map.of("code", app.next())).expect(204);
    }

    @Test
    void an_answer_that_Google_did_not_give_to_this_question_for_us_just_now_is_refused() {
        String email = address();
        arrive(service.browser(), email);
        Arrays.stream(Lie.values()).filter(lie -> lie != Lie.NONE).forEach(lie -> {
            Browser browser = service.browser();
            Answer answer = answer(browser, google.approve(ask(browser), email, lie));
            assertThat(answer.status()).as(lie.name()).isEqualTo(401);
            assertThat(answer.code()).as(lie.name()).isEqualTo(REFUSED);
            assertThat(signUp(browser, email).expect(401).code()).as(lie.name()).isEqualTo(REFUSED);
        });
    }

    @Test
    void an_answer_is_taken_once_and_from_the_browser_alone_that_asked() {
        String email = address();
        Browser asking = service.browser();
        Map<String, String> brought = google.approve(ask(asking), email, Lie.NONE);
        Browser other = service.browser();
        assertThat(answer(other, brought).expect(401).code()).as("never asked").isEqualTo(REFUSED);
        ask(other);
        assertThat(answer(other, brought).expect(401).code())
                .as("asked something else")
                .isEqualTo(REFUSED);
        answer(asking, brought).expect(200);
        assertThat(answer(asking, brought).expect(401).code())
                .as("the same answer again")
                .isEqualTo(REFUSED);
        ask(asking);
        assertThat(answer(asking, brought).expect(401).code())
                .as("an old answer to a new question")
                .isEqualTo(REFUSED);
    }

    @Test
    void a_link_is_made_and_taken_back_in_the_settings_and_opens_one_account_alone() {
        Browser owner = service.browser().signUp("Google Link");
        String email = address();
        assertThat(linked(owner)).isFalse();
        link(owner, email);
        assertThat(linked(owner)).isTrue();

        Browser stranger = service.browser().signUp("Google Taken");
        arriveToLink(stranger, email);
        assertThat(stranger.post("/api/google/link", Map.of()).expect(409).code())
                .isEqualTo("accounts.google-taken");

        arriveToLink(owner, address());
        assertThat(owner.post("/api/google/link", Map.of()).expect(409).code()).isEqualTo("accounts.google-linked");

        owner.post("/api/google/unlink", Map.of()).expect(204);
        assertThat(linked(owner)).isFalse();
        assertThat(owner.post("/api/google/unlink", Map.of()).expect(409).code())
                .isEqualTo("accounts.google-not-linked");
        assertThat(arrive(service.browser(), email).get("standing").asString()).isEqualTo("NOBODY");
        new Postbox(service).await(owner.email(), "Google doesn't sign you in any more");
    }

    @Test
    void who_was_removed_is_not_let_in_by_Google_either() {
        Browser owner = service.browser().signUp("Google Removed");
        Browser staff = Members.join(service, owner, "STAFF");
        String email = address();
        link(staff, email);
        JsonNode members = owner.get("/api/members").expect(200).json();
        JsonNode member = members.values().stream()
                .filter(each -> each.get("role").asString().equals("STAFF"))
                .findFirst()
                .orElseThrow();
        owner.change(
                        "POST",
                        "/api/members/" + member.get("id").asString() + "/remove",
                        Map.of(),
                        "\"" + member.get("version").asString() + "\"")
                .expect(200);
        Eventually.of(() -> arrive(service.browser(), email).get("standing").asString(), "NOBODY"::equals);
    }

    @Test
    void one_goes_on_where_one_was_but_never_to_another_host() {
        for (Map.Entry<String, String> next : Map.of(
                        "/deals?view=board", "/deals?view=board", "//evil.example", "/", "https://evil.example", "/")
                .entrySet()) {
            Browser browser = service.browser();
            String address = browser.post("/api/sign-in/google/ask", Map.of("next", next.getKey()))
                    .expect(200)
                    .json()
                    .get("address")
                    .asString();
            assertThat(answer(browser, google.approve(address, address(), Lie.NONE))
                            .expect(200)
                            .json()
                            .get("next")
                            .asString())
                    .isEqualTo(next.getValue());
        }
    }

    @Test
    void P5_a_session_keeps_no_address_and_no_token_of_Googles() {
        String email = address();
        arrive(service.browser(), email);
        assertThat(service.bean(JdbcClient.class)
                        .sql("""
                                SELECT count(*) FROM write.spring_session_attributes
                                WHERE position(:email::bytea IN attribute_bytes) > 0
                                   OR position('id_token'::bytea IN attribute_bytes) > 0
                                """)
                        .param("email", email)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String address() {
        return "g-" + UUID.randomUUID() + "@example.com";
    }

    private static String ask(Browser browser) {
        return browser.post("/api/sign-in/google/ask", Map.of())
                .expect(200)
                .json()
                .get("address")
                .asString();
    }

    private static Answer answer(Browser browser, Map<String, String> brought) {
        return browser.post("/api/sign-in/google/answer", brought);
    }

    /** To Google and back. */
    private JsonNode arrive(Browser browser, String email) {
        return answer(browser, google.approve(ask(browser), email, Lie.NONE))
                .expect(200)
                .json();
    }

    private void arriveToLink(Browser browser, String email) {
        String address = browser.post("/api/google/ask", Map.of("next", "/settings"))
                .expect(200)
                .json()
                .get("address")
                .asString();
        answer(browser, google.approve(address, email, Lie.NONE)).expect(200);
    }

    private void link(Browser browser, String email) {
        arriveToLink(browser, email);
        browser.post("/api/google/link", Map.of()).expect(204);
    }

    private static boolean linked(Browser browser) {
        return browser.get("/api/google").expect(200).json().get("linked").asBoolean();
    }

    private static Answer enter(Browser browser, Map<String, String> body) {
        return browser.post("/api/sign-in/google", body);
    }

    private static Answer signUp(Browser browser, String email) {
        return browser.post(
                "/api/sign-up/google",
                Map.of(
                        "email",
                        email,
                        "businessName",
                        "By Google",
                        "attestsAdult",
                        true,
                        "policyVersion",
                        PublishedPolicy.VERSION));
    }
}
