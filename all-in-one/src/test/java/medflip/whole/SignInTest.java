package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Policy promises P5 and P9 as far as signing in and out goes. */
class SignInTest {

    private final RunningService service = RunningService.shared();

    @Test
    void an_owner_signs_up_out_and_in_again() {
        Browser owner = service.browser().signUp("Sign In");
        assertThat(owner.get("/api/session").expect(200).json().get("email").asString())
                .isEqualTo(owner.email());
        owner.post("/api/sign-out", Map.of()).expect(204);
        assertThat(owner.get("/api/session").expect(401).code()).isEqualTo("accounts.sign-in-required");
        owner.signIn(owner.email().toUpperCase(java.util.Locale.ROOT), Browser.PASSWORD)
                .expect(204);
        owner.get("/api/session").expect(200);
    }

    @Test
    void a_wrong_password_and_an_unknown_address_are_answered_alike() {
        Browser owner = service.browser().signUp("Alike");
        Answer wrong = service.browser().signIn(owner.email(), "wrong password");
        Answer unknown = service.browser().signIn("nobody@example.com", Browser.PASSWORD);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void P5_a_hash_of_fewer_rounds_is_upgraded_when_its_owner_signs_in() {
        Browser owner = service.browser().signUp("Upgrade");
        UUID user = UUID.fromString(
                owner.get("/api/session").expect(200).json().get("userId").asString());
        JdbcClient jdbc = service.bean(JdbcClient.class);
        // Of the earlier system, computed with Python: "correct horse battery" in 500 rounds.
        jdbc.sql("UPDATE write.sign_in SET password_hash = :old WHERE user_id = :user")
                .param(
                        "old",
                        "pbkdf2:sha256:500$earlier1$6800d5304dd46db3c7a62af6743324ab2a59a7c67d9244cef81cdc111cb0c5f4")
                .param("user", user)
                .update();

        service.browser().signIn(owner.email(), "wrong password").expect(401);
        service.browser().signIn(owner.email(), Browser.PASSWORD).expect(204);

        assertThat(jdbc.sql("SELECT password_hash FROM write.sign_in WHERE user_id = :user")
                        .param("user", user)
                        .query(String.class)
                        .single())
                .startsWith("pbkdf2:sha256:1000$");
        service.browser().signIn(owner.email(), Browser.PASSWORD).expect(204);
    }

    @Test
    void P9_the_only_cookies_are_session_and_csrf_and_the_session_is_not_for_scripts() {
        Browser owner = service.browser().signUp("Cookies");
        owner.get("/api/customers").expect(200);
        assertThat(owner.cookies().getCookieStore().getCookies())
                .extracting(HttpCookie::getName)
                .containsExactlyInAnyOrder("session", "XSRF-TOKEN");
        assertThat(owner.cookies().getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().equals("session"))
                .allMatch(HttpCookie::isHttpOnly);
    }

    @Test
    void a_request_without_the_csrf_token_changes_nothing() throws Exception {
        Browser owner = service.browser().signUp("Forged");
        var forged = java.net.http.HttpRequest.newBuilder(owner.root().resolve("/api/sign-out"))
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build();
        var client = java.net.http.HttpClient.newBuilder()
                .cookieHandler(owner.cookies())
                .build();
        assertThat(client.send(forged, java.net.http.HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        owner.get("/api/session").expect(200);
    }

    @Test
    void everything_is_served_with_strict_headers() {
        Answer page = service.browser().get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }
}
