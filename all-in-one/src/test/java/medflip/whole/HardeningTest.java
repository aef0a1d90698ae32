package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;

/** What the whole API refuses to everybody, and what it says to browsers with every answer. */
class HardeningTest {

    private final RunningService service = RunningService.shared();

    @Test
    void no_answer_about_a_person_is_kept_by_a_browser_or_a_proxy() {
        Browser owner = service.browser().signUp("No Store");
        for (String path : List.of("/api/session", "/api/customers", "/api/sign-ins", "/api/events?since=0")) {
            assertThat(owner.get(path).headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
        }
        assertThat(owner.post("/api/sign-out", Map.of()).expect(204).headers().firstValue("Clear-Site-Data"))
                .contains("\"cache\"");
    }

    @Test
    void no_other_site_is_let_read_or_frame_anything() {
        Answer page = service.browser().get("/");
        assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Server")).isEmpty();
        assertThat(page.headers().firstValue("X-Powered-By")).isEmpty();
    }

    @Test
    void another_sites_script_gets_no_leave_to_read() throws Exception {
        HttpResponse<String> asked = send("GET", "/api/policy", "", "Origin", "https://evil.example");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(send("GET", "/api/policy", "").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_no_method_of_ours_is_refused() throws Exception {
        for (String method : List.of("TRACE", "PROPFIND", "DELETE", "PATCH")) {
            assertThat(send(method, "/api/policy", "").statusCode()).as(method).isBetween(400, 405);
        }
    }

    @Test
    void a_body_says_what_it_is_and_nothing_that_nobody_asked_for() {
        Browser owner = service.browser().signUp("Strict Bodies");
        assertThat(owner.post(
                                "/api/customers",
                                Map.of("name", "Ann", "tenantId", "0193f3a0-0000-7000-8000-00000000dead"))
                        .expect(400)
                        .code())
                .isEqualTo("request.invalid");
        assertThat(owner.post("/api/customers", Map.of("name", "Ann")).status()).isEqualTo(201);
        assertThat(owner.upload(
                                "/api/customers",
                                "a.csv",
                                new byte[] {'a'},
                                UUID.randomUUID().toString())
                        .expect(415)
                        .code())
                .isEqualTo("request.media-type");
    }

    @Test
    void a_large_body_is_refused_before_anything_is_made_of_it_also_of_a_stranger() throws Exception {
        Browser stranger = service.browser();
        String[] noKey = {"Content-Type", "application/json"};
        String said = "{\"email\": \"nobody@example.com\", \"password\": \"%s\"}";
        for (String path : List.of("/api/sign-in", "/api/password-reset", "/api/sign-up")) {
            assertThat(post(stranger, path, said.formatted("x".repeat(1_100_000)), noKey)
                            .statusCode())
                    .as(path)
                    .isEqualTo(413);
        }
        assertThat(post(stranger, "/api/sign-in", said.formatted("x".repeat(900_000)), noKey)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_body_that_says_something_twice_is_read_by_nobody_in_two_ways() throws Exception {
        Browser owner = service.browser().signUp("Said Twice");
        HttpResponse<String> answer = post(owner, "/api/customers", "{\"name\": \"Ann\", \"name\": \"Bob\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(owner.get("/api/customers").expect(200).json().get("total").asInt())
                .isZero();
    }

    @Test
    void what_a_command_says_stands_in_its_body_alone_and_a_parameter_that_comes_twice_is_no_trick() throws Exception {
        Browser owner = service.browser().signUp("Asked Twice");
        owner.post("/api/customers", Map.of("name", "Ann")).expect(201);
        assertThat(post(owner, "/api/customers?name=Carl&name=Dora", "{\"name\": \"Eve\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(post(
                                owner,
                                "/api/customers",
                                "name=Fay",
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .statusCode())
                .isEqualTo(415);
        // What was posted past the browser, whose own changes it waits for, is shown a moment later.
        List<String> names = Eventually.of(
                () -> owner.get("/api/customers")
                        .expect(200)
                        .json()
                        .get("items")
                        .findValuesAsString("name"),
                found -> found.size() > 1);
        assertThat(names).containsExactlyInAnyOrder("Ann", "Eve");
        for (String page : List.of("size=1&size=200", "size=1&size=100000", "size=1&Size=200")) {
            assertThat(owner.get("/api/customers?" + page).expect(200).json().get("items"))
                    .as(page)
                    .hasSize(1);
        }
    }

    private static HttpResponse<String> post(Browser owner, String path, String body) throws Exception {
        return post(
                owner,
                path,
                body,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static HttpResponse<String> post(Browser browser, String path, String body, String... headers)
            throws Exception {
        HttpClient http =
                HttpClient.newBuilder().cookieHandler(browser.cookies()).build();
        return http.send(
                HttpRequest.newBuilder(browser.root().resolve(path))
                        .header("X-XSRF-TOKEN", browser.csrf())
                        .headers(headers)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        service.browser().root().resolve(path))
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
