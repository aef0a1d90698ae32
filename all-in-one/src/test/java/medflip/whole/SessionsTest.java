package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.ResetPassword;
import medflip.platform.command.Commands;
import medflip.platform.link.OneTimeLinkIndex;
import medflip.platform.tenancy.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Policy promise P2.5: who is signed in, from where, and the end of it; also browsers that are remembered. */
@Isolated("It looks at the clock on the wall")
class SessionsTest {

    private final RunningService service = RunningService.shared();
    private final Postbox postbox = new Postbox(service);

    @Test
    void a_user_sees_their_sessions_and_ends_one() {
        Browser owner = service.browser().signUp("Sessions");
        Browser elsewhere = service.browser();
        elsewhere.signIn(owner.email(), Browser.PASSWORD).expect(204);
        List<JsonNode> sessions = sessions(owner);
        assertThat(sessions).hasSize(2);
        assertThat(sessions)
                .filteredOn(session -> session.get("current").asBoolean())
                .hasSize(1);
        assertThat(sessions)
                .allMatch(session -> session.get("address").asString().equals("127.0.0.1"))
                .allMatch(session -> session.get("place").asString().equals(RunningService.PLACE));
        String other = sessions.stream()
                .filter(session -> !session.get("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        owner.post("/api/sessions/" + other + "/end", Map.of()).expect(204);
        assertThat(elsewhere.get("/api/session").status()).isEqualTo(401);
        owner.get("/api/session").expect(200);
        assertThat(sessions(owner)).hasSize(1);
    }

    @Test
    void a_session_that_another_node_ended_is_dead_within_a_second() {
        Browser owner = service.browser().signUp("Other Node");
        owner.get("/api/session").expect(200);
        service.bean(JdbcClient.class)
                .sql("DELETE FROM write.spring_session WHERE principal_name = :user")
                .param("user", owner.get("/api/session").json().get("userId").asString())
                .update();
        long from = System.nanoTime();
        Eventually.of(() -> owner.get("/api/session").status(), status -> status == 401);
        assertThat(System.nanoTime() - from).isLessThan(1_500_000_000L);
    }

    @Test
    void P5_anothers_session_is_as_good_as_none() {
        Browser owner = service.browser().signUp("Own Session");
        Browser stranger = service.browser().signUp("Stranger Session");
        String id = sessions(owner).getFirst().get("id").asString();
        var foreign = stranger.post("/api/sessions/" + id + "/end", Map.of()).expect(404);
        var random = stranger.post("/api/sessions/" + UUID.randomUUID() + "/end", Map.of())
                .expect(404);
        assertThat(foreign.code()).isEqualTo(random.code());
        owner.get("/api/session").expect(200);
    }

    @Test
    void all_other_sessions_end_at_once() {
        Browser owner = service.browser().signUp("Others");
        List<Browser> others = Stream.generate(service::browser).limit(3).toList();
        others.forEach(other -> other.signIn(owner.email(), Browser.PASSWORD).expect(204));
        owner.post("/api/sessions/end-others", Map.of()).expect(204);
        assertThat(others).allMatch(other -> other.get("/api/session").status() == 401);
        owner.get("/api/session").expect(200);
    }

    @Test
    void P2_5_the_history_tells_of_right_and_wrong_passwords() {
        Browser owner = service.browser().signUp("History");
        service.browser().signIn(owner.email(), "wrong password").expect(401);
        service.browser().signIn(owner.email(), Browser.PASSWORD).expect(204);
        List<String> history = Eventually.of(() -> history(owner), entries -> entries.size() == 3);
        assertThat(history).containsExactlyInAnyOrder("SIGNED_UP", "WRONG_PASSWORD", "SIGNED_IN");
        assertThat(postbox.of(owner.email()))
                .as("the same device, the same network: no surprise")
                .extracting(mail -> mail.subject())
                .doesNotContain("A new sign-in to your account");
    }

    @Test
    void P2_5_a_sign_in_from_a_new_device_is_told_by_mail() {
        Browser owner = service.browser().signUp("New Device");
        service.browser()
                .as("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/147.0 Mobile Safari/537.36")
                .signIn(owner.email(), Browser.PASSWORD)
                .expect(204);
        assertThat(postbox.await(owner.email(), "A new sign-in to your account").text())
                .contains("Chrome on Android", "127.0.0.1 (" + RunningService.PLACE + ")");
    }

    @Test
    void P9_a_browser_is_remembered_only_if_its_user_wants_it() {
        Browser owner = service.browser().signUp("Remember");
        Browser plain = service.browser();
        plain.signIn(owner.email(), Browser.PASSWORD).expect(204);
        assertThat(plain.cookie("remember")).isEmpty();

        Browser remembered = remembered(owner);
        String first = remembered.cookie("remember").orElseThrow();
        remembered.drop("session");
        remembered.get("/api/session").expect(200);
        assertThat(remembered.cookie("remember")).isPresent().get().isNotEqualTo(first);
        assertThat(remembered.cookies().getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().equals("remember"))
                .allMatch(HttpCookie::isHttpOnly);

        remembered.post("/api/sign-out", Map.of()).expect(204);
        remembered.drop("session");
        assertThat(remembered.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void a_cookie_that_was_copied_ends_all_sessions_and_is_told_by_mail() {
        Browser owner = service.browser().signUp("Copied");
        Browser remembered = remembered(owner);
        String copy = remembered.cookie("remember").orElseThrow();
        remembered.drop("session");
        remembered.get("/api/session").expect(200);
        service.bean(JdbcClient.class)
                .sql("UPDATE write.remembered_sign_in SET rotated_at = rotated_at - interval '2 minutes'")
                .update();

        Browser thief = service.browser();
        thief.bring("remember", copy);
        assertThat(thief.get("/api/session").status()).isEqualTo(401);

        assertThat(owner.get("/api/session").status()).isEqualTo(401);
        assertThat(remembered.get("/api/session").status()).isEqualTo(401);
        remembered.drop("session");
        assertThat(remembered.get("/api/session").status()).isEqualTo(401);
        postbox.await(owner.email(), "You were signed out everywhere");
    }

    @Test
    void a_cookie_that_another_browser_brings_is_a_copy_in_the_same_moment_too() {
        Browser owner = service.browser().signUp("Quick Copy");
        Browser remembered = remembered(owner);
        String copy = remembered.cookie("remember").orElseThrow();
        remembered.drop("session");
        remembered.get("/api/session").expect(200);

        Browser thief = service.browser().as("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0");
        thief.bring("remember", copy);
        assertThat(thief.get("/api/session").status()).isEqualTo(401);

        assertThat(remembered.get("/api/session").status()).isEqualTo(401);
        assertThat(owner.get("/api/session").status()).isEqualTo(401);
        postbox.await(owner.email(), "You were signed out everywhere");
    }

    @Test
    void whoever_uses_a_copy_first_is_found_out_when_the_browser_itself_comes() {
        Browser owner = service.browser().signUp("Quick Thief");
        Browser remembered = remembered(owner);
        Browser thief = service.browser().as("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0");
        thief.bring("remember", remembered.cookie("remember").orElseThrow());
        thief.get("/api/session").expect(200);

        remembered.drop("session");
        assertThat(remembered.get("/api/session").status()).isEqualTo(401);
        assertThat(thief.get("/api/session").status()).isEqualTo(401);
        thief.drop("session");
        assertThat(thief.get("/api/session").status()).isEqualTo(401);
        postbox.await(owner.email(), "You were signed out everywhere");
    }

    @Test
    void a_reset_ends_what_was_open_even_if_the_process_dies_right_after_its_event() {
        Browser owner = service.browser().signUp("Died");
        Browser remembered = remembered(owner);
        service.browser()
                .post("/api/password-reset", Map.of("email", owner.email()))
                .expect(204);
        var link = service.bean(OneTimeLinkIndex.class)
                .find("reset-password", postbox.token(owner.email(), "Choose a new password"))
                .orElseThrow();
        // What the request sends, and nothing that it does afterwards.
        service.bean(Commands.class)
                .send(
                        Caller.link(link.tenant(), link.id()),
                        new ResetPassword(UserId.of(link.tenant(), link.local()), link.id(), Instant.now()));
        Eventually.of(() -> owner.get("/api/session").status(), status -> status == 401);
        remembered.drop("session");
        Eventually.of(() -> remembered.get("/api/session").status(), status -> status == 401);
    }

    @Test
    void tabs_that_open_at_the_same_moment_are_no_theft() throws Exception {
        Browser owner = service.browser().signUp("Tabs");
        Browser remembered = remembered(owner);
        String cookie = remembered.cookie("remember").orElseThrow();
        List<Browser> tabs = Stream.generate(service::browser).limit(4).toList();
        tabs.forEach(tab -> tab.bring("remember", cookie));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> opened = tabs.stream()
                    .<Callable<Integer>>map(tab -> () -> tab.get("/api/session").status())
                    .toList();
            for (Future<Integer> status : threads.invokeAll(opened)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        owner.get("/api/session").expect(200);
    }

    private Browser remembered(Browser owner) {
        Browser browser = service.browser();
        browser.post("/api/sign-in", Map.of("email", owner.email(), "password", Browser.PASSWORD, "remember", true))
                .expect(204);
        return browser;
    }

    private static List<JsonNode> sessions(Browser browser) {
        return browser.get("/api/sessions").expect(200).json().get("items").values().stream()
                .toList();
    }

    private static List<String> history(Browser browser) {
        return browser.get("/api/sign-ins").expect(200).json().get("items").findValuesAsString("what");
    }
}
