package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Keys by which other systems call the API. What each scope opens, {@link AccessMatrixTest} goes through. */
class ApiKeysTest {

    private final RunningService service = RunningService.shared();

    @Test
    void another_system_reads_and_writes_by_a_key_without_cookie_or_csrf_token() {
        Browser owner = service.browser().signUp("By Key");
        Answer made = make(owner, "READ", "WRITE");
        Browser robot = opened(owner, made);
        String person = robot.post("/api/customers", Map.of("name", "Robot's Friend"))
                .expect(201)
                .id();
        robot.get("/api/customers/" + person).expect(200);
        assertThat(robot.cookies().getCookieStore().getCookies())
                .as("a key opens no session")
                .noneMatch(cookie -> cookie.getName().equals("session"));
        JsonNode entry = owner.get("/api/customers/" + person + "/timeline")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(entry.get("actor").asString()).isEqualTo("key:" + made.id());
    }

    @Test
    void a_key_is_shown_once_and_kept_as_a_hash() {
        Browser owner = service.browser().signUp("Shown Once");
        String wish = UUID.randomUUID().toString();
        Map<String, ?> body = Map.of("name", "Accounting", "scopes", List.of("EXPORT"), "goodForDays", 30);
        Answer made = owner.post("/api/api-keys", body, wish).expect(201);
        String key = made.json().get("key").asString();
        assertThat(key).startsWith("mfp_").hasSize(47);
        Answer again = owner.post("/api/api-keys", body, wish).expect(201);
        assertThat(again.id()).isEqualTo(made.id());
        assertThat(again.json().has("key")).isFalse();
        JsonNode listed = owner.get("/api/api-keys").expect(200).json().get(0);
        assertThat(listed.get("name").asString()).isEqualTo("Accounting");
        assertThat(listed.toString()).doesNotContain(key);
        assertThat(listed.has("usedAt")).isFalse();
        opened(owner, made).download("/api/customers.csv");
        assertThat(owner.get("/api/api-keys/" + made.id()).expect(200).json().has("usedAt"))
                .isTrue();
    }

    @Test
    void a_revoked_key_opens_nothing() {
        Browser owner = service.browser().signUp("Revoked");
        Answer made = make(owner, "READ");
        Browser robot = opened(owner, made);
        owner.change("POST", "/api/api-keys/" + made.id() + "/revoke", Map.of(), made.etag())
                .expect(200);
        Answer refused = Eventually.of(() -> robot.get("/api/customers"), answer -> answer.status() != 200);
        assertThat(refused.expect(401).code()).isEqualTo("accounts.key-unknown");
        assertThat(owner.get("/api/api-keys").expect(200).json()).isEmpty();
    }

    @Test
    void a_key_runs_out() {
        Browser owner = service.browser().signUp("Runs Out");
        Answer made = make(owner, "READ");
        Browser robot = opened(owner, made);
        service.bean(JdbcClient.class)
                .sql("UPDATE write.api_key SET good_until = now() - interval '1 second' WHERE key_id = :key")
                .param("key", UUID.fromString(made.id()))
                .update();
        assertThat(robot.get("/api/customers").expect(401).code()).isEqualTo("accounts.key-unknown");
    }

    @Test
    void a_made_up_key_opens_nothing_and_a_session_beside_it_does_not_help() {
        Browser owner = service.browser().signUp("Made Up");
        assertThat(owner.withKey("mfp_madeup").get("/api/policy").expect(401).code())
                .isEqualTo("accounts.key-unknown");
    }

    @Test
    void a_key_needs_a_name_and_something_to_do() {
        Browser owner = service.browser().signUp("Nothing To Do");
        assertThat(owner.post("/api/api-keys", Map.of("name", " ", "scopes", List.of()))
                        .expect(400)
                        .json()
                        .get("errors")
                        .findValuesAsString("field"))
                .containsExactly("name", "scopes");
    }

    static Answer make(Browser owner, String... scopes) {
        return owner.post("/api/api-keys", Map.of("name", "Robot", "scopes", List.of(scopes)))
                .expect(201);
    }

    /** The key's own row follows its event, a moment after it. */
    static Browser opened(Browser owner, Answer made) {
        Browser robot = owner.withKey(made.json().get("key").asString());
        Eventually.of(() -> robot.get("/api/policy").status(), status -> status == 200);
        return robot;
    }
}
