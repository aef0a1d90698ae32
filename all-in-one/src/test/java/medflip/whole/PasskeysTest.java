package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What passkeys are refused for; that they work, the journey {@code access.mjs} shows with a browser's authenticator.
 */
class PasskeysTest {

    private final RunningService service = RunningService.shared();

    @Test
    void a_challenge_is_random_and_for_the_services_own_host() {
        Browser visitor = service.browser();
        Answer first = visitor.post("/api/sign-in/passkey/ask", Map.of()).expect(200);
        Answer second = visitor.post("/api/sign-in/passkey/ask", Map.of()).expect(200);
        assertThat(first.json().get("host").asString()).isEqualTo("localhost");
        assertThat(Base64.getUrlDecoder().decode(first.json().get("challenge").asString()))
                .hasSize(32)
                .isNotEqualTo(Base64.getUrlDecoder()
                        .decode(second.json().get("challenge").asString()));
    }

    @Test
    void what_is_no_answer_of_a_passkey_opens_nothing() {
        Browser visitor = service.browser();
        for (String answer : new String[] {"", "{}", "no JSON", "{\"id\":\"AAAA\",\"type\":\"public-key\"}"}) {
            assertThat(visitor.post("/api/sign-in/passkey", Map.of("answer", answer))
                            .expect(401)
                            .code())
                    .isEqualTo("accounts.passkey-refused");
        }
        assertThat(visitor.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void a_passkey_of_nobody_or_of_somebody_else_is_not_found() {
        Browser owner = service.browser().signUp("No Passkey");
        assertThat(owner.post("/api/passkeys/" + UUID.randomUUID() + "/remove", Map.of())
                        .expect(404)
                        .code())
                .isEqualTo("request.not-found");
        assertThat(owner.get("/api/passkeys").expect(200).json()).isEmpty();
    }

    @Test
    void a_challenge_for_a_new_passkey_is_kept_for_its_user_alone() {
        Browser owner = service.browser().signUp("Offered");
        byte[] challenge = Base64.getUrlDecoder()
                .decode(owner.post("/api/passkeys/offer", Map.of())
                        .expect(200)
                        .json()
                        .get("challenge")
                        .asString());
        assertThat(service.bean(JdbcClient.class)
                        .sql("SELECT user_id FROM write.passkey_challenge WHERE challenge = :challenge")
                        .param("challenge", challenge)
                        .query(UUID.class)
                        .single())
                .hasToString(owner.get("/api/session")
                        .expect(200)
                        .json()
                        .get("userId")
                        .asString());
    }
}
