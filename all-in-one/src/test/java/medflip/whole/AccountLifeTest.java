package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medflip.launcher.ResendSimulator;
import medflip.launcher.ResendSimulator.Fault;
import medflip.launcher.ResendSimulator.SimulatedMail;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An account's life by mail (policy promises P4.3 and P5), against the simulator of Resend over HTTP. */
class AccountLifeTest {

    private static final String NEW_PASSWORD = "another horse, another battery";
    private static final String RESET = "Choose a new password";

    private final RunningService service = RunningService.shared();
    private final Postbox postbox = new Postbox(service);

    @Test
    void a_mail_whose_answer_is_lost_is_sent_once() {
        Browser owner = service.browser().signUp("Lost");
        ResendSimulator resend = service.bean(ResendSimulator.class);
        int calls = resend.calls();
        resend.failNext(Fault.ANSWER_LOST, Fault.FAILED);
        askReset(owner.email()).expect(204);
        JdbcClient jdbc = service.bean(JdbcClient.class);
        Eventually.of(
                () -> jdbc.sql("SELECT count(*) FROM write.outbox WHERE tenant_id = :tenant AND state = 'DONE'")
                        .param(
                                "tenant",
                                UUID.fromString(
                                        session(owner).at("/business/id").asString()))
                        .query(Integer.class)
                        .single(),
                done -> done == 1);
        assertThat(resend.calls()).isGreaterThanOrEqualTo(calls + 3);
        assertThat(postbox.of(owner.email())).hasSize(2);
    }

    @Test
    void who_forgot_the_password_chooses_another_by_the_link_and_all_sessions_end() {
        Browser owner = service.browser().signUp("Forgot");
        Browser elsewhere = service.browser();
        elsewhere.signIn(owner.email(), Browser.PASSWORD).expect(204);
        askReset(owner.email()).expect(204);
        String token = postbox.token(owner.email(), RESET);

        assertThat(reset(token, "password1234567").expect(400).body()).contains("first passwords");
        reset(token, NEW_PASSWORD).expect(204);

        assertThat(owner.get("/api/session").status()).isEqualTo(401);
        assertThat(elsewhere.get("/api/session").status()).isEqualTo(401);
        assertThat(reset(token, NEW_PASSWORD + "!").expect(404).code()).isEqualTo("accounts.link-void");
        service.browser().signIn(owner.email(), Browser.PASSWORD).expect(401);
        service.browser().signIn(owner.email(), NEW_PASSWORD).expect(204);
        postbox.await(owner.email(), "Your password was changed");
    }

    @Test
    void of_many_who_use_one_link_at_the_same_moment_one_chooses_the_password() {
        Browser owner = service.browser().signUp("Same Moment");
        askReset(owner.email()).expect(204);
        String token = postbox.token(owner.email(), RESET);
        List<String> chosen = IntStream.range(0, 8)
                .mapToObj(number -> "horse number %d of the race".formatted(number))
                .toList();
        List<Browser> browsers =
                chosen.stream().map(password -> service.browser()).toList();
        browsers.forEach(Browser::csrf);
        List<CompletableFuture<Integer>> answers = IntStream.range(0, chosen.size())
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> browsers.get(number)
                        .post("/api/password-reset/use", Map.of("token", token, "password", chosen.get(number)))
                        .status()))
                .toList();
        List<String> told = IntStream.range(0, chosen.size())
                .filter(number -> answers.get(number).join() == 204)
                .mapToObj(chosen::get)
                .toList();
        assertThat(told).hasSize(1);
        assertThat(chosen.stream()
                        .filter(password -> service.browser()
                                        .signIn(owner.email(), password)
                                        .status()
                                == 204)
                        .toList())
                .isEqualTo(told);
    }

    @Test
    void a_reset_is_answered_alike_whether_or_not_there_is_such_an_account() {
        Browser owner = service.browser().signUp("Same");
        Answer known = askReset(owner.email());
        Answer unknown = askReset("nobody-" + UUID.randomUUID() + "@example.com");
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(204);
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    void P5_a_links_token_is_kept_nowhere() {
        Browser owner = service.browser().signUp("Token");
        askReset(owner.email()).expect(204);
        String token = postbox.token(owner.email(), RESET);
        JdbcClient jdbc = service.bean(JdbcClient.class);
        for (String table : new String[] {"events.domain_event", "write.one_time_link", "write.outbox"}) {
            assertThat(jdbc.sql("SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%' || :token || '%'")
                            .param("token", token)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void a_password_is_changed_by_who_knows_it_and_other_sessions_end() {
        Browser owner = service.browser().signUp("Change");
        Browser elsewhere = service.browser();
        elsewhere.signIn(owner.email(), Browser.PASSWORD).expect(204);
        assertThat(change(owner, "not the password at all", NEW_PASSWORD)
                        .expect(422)
                        .code())
                .isEqualTo("accounts.password-wrong");
        assertThat(change(owner, Browser.PASSWORD, owner.email()).expect(400).body())
                .contains("too close");
        change(owner, Browser.PASSWORD, NEW_PASSWORD).expect(204);
        owner.get("/api/session").expect(200);
        assertThat(elsewhere.get("/api/session").status()).isEqualTo(401);
        service.browser().signIn(owner.email(), NEW_PASSWORD).expect(204);
    }

    @Test
    void an_address_changes_once_both_have_agreed_and_locks_nobody_out() {
        Browser owner = service.browser().signUp("Move");
        String wanted = "moved-" + UUID.randomUUID() + "@example.com";
        assertThat(askChange(owner, wanted, "not the password at all")
                        .expect(422)
                        .code())
                .isEqualTo("accounts.password-wrong");
        askChange(owner, wanted, Browser.PASSWORD).expect(204);
        String ofNew = postbox.token(wanted, "Is this your address?");
        String ofOld = postbox.token(owner.email(), "Change your address?");

        assertThat(agree(ofNew).expect(200).json().get("done").asBoolean()).isFalse();
        assertThat(agree(ofNew).status()).as("once").isEqualTo(404);
        service.browser().signIn(owner.email(), Browser.PASSWORD).expect(204);
        service.browser().signIn(wanted, Browser.PASSWORD).expect(401);

        assertThat(agree(ofOld).expect(200).json().get("done").asBoolean()).isTrue();
        Eventually.of(() -> service.browser().signIn(wanted, Browser.PASSWORD).status(), status -> status == 204);
        service.browser().signIn(owner.email(), Browser.PASSWORD).expect(401);
        Eventually.of(() -> session(owner).get("email").asString(), wanted::equals);
        postbox.await(owner.email(), "Your address was changed");
    }

    @Test
    void an_address_that_is_anothers_is_not_taken_and_nobody_but_its_owner_learns_that() {
        Browser holder = service.browser().signUp("Holder");
        Browser owner = service.browser().signUp("Wanter");
        askChange(owner, holder.email(), Browser.PASSWORD).expect(204);
        String token = postbox.token(holder.email(), "Is this your address?");
        assertThat(agree(token).expect(409).code()).isEqualTo("accounts.email-taken");
        holder.get("/api/session").expect(200);
        service.browser().signIn(holder.email(), Browser.PASSWORD).expect(204);
    }

    @Test
    void a_change_that_was_dropped_has_no_links() {
        Browser owner = service.browser().signUp("Dropped");
        String wanted = "dropped-" + UUID.randomUUID() + "@example.com";
        askChange(owner, wanted, Browser.PASSWORD).expect(204);
        String token = postbox.token(wanted, "Is this your address?");
        Eventually.of(() -> session(owner).path("wantedEmail").asString(""), wanted::equals);
        owner.post("/api/email-change/drop", Map.of()).expect(204);
        assertThat(agree(token).status()).isEqualTo(404);
    }

    @Test
    void P7_a_closed_account_can_be_read_and_opened_again_and_nothing_else() {
        Browser owner = service.browser().signUp("Leaving");
        Answer key = owner.post(
                        "/api/api-keys", Map.of("name", "Bookkeeping", "scopes", List.of("READ"), "goodForDays", 30))
                .expect(201);
        assertThat(owner.post("/api/account/close", Map.of("password", "not the password at all"))
                        .expect(422)
                        .code())
                .isEqualTo("accounts.password-wrong");
        owner.post("/api/account/close", Map.of("password", Browser.PASSWORD, "reason", "moving to Oregon"))
                .expect(204);
        JsonNode closed = Eventually.of(() -> session(owner).get("business"), business -> business.has("closedOn"));
        assertThat(closed.get("erasedOn").asString())
                .isGreaterThan(closed.get("closedOn").asString());
        owner.get("/api/customers").expect(200);
        Eventually.of(
                () -> owner.post("/api/customers", Map.of("name", "Too Late")).code(),
                "request.account-closed"::equals);
        assertThat(owner.upload(
                                "/api/files",
                                "late.jpg",
                                new byte[] {1},
                                UUID.randomUUID().toString())
                        .expect(409)
                        .code())
                .isEqualTo("request.account-closed");
        assertThat(owner.upload(
                                "/api/imports",
                                "late.csv",
                                new byte[] {'a'},
                                UUID.randomUUID().toString())
                        .expect(409)
                        .code())
                .isEqualTo("request.account-closed");
        owner.change("POST", "/api/api-keys/" + key.id() + "/revoke", Map.of(), key.etag())
                .expect(200);
        service.browser().signIn(owner.email(), Browser.PASSWORD).expect(204);
        owner.post("/api/account/reopen", Map.of()).expect(204);
        Eventually.of(
                () -> owner.post("/api/customers", Map.of("name", "In Time")).status(), status -> status == 201);
    }

    @Test
    void the_mailbox_shows_what_was_not_really_sent() {
        Browser owner = service.browser().signUp("Mailbox");
        SimulatedMail mail = postbox.await(owner.email(), "Welcome to MedFlip Profit");
        JsonNode mailbox = service.browser().get("/api/mailbox").expect(200).json();
        assertThat(mailbox.get("open").asBoolean()).isTrue();
        assertThat(mailbox.get("mails").findValuesAsString("id"))
                .contains(mail.id().toString());
        assertThat(service.browser()
                        .get("/api/mailbox/" + mail.id())
                        .expect(200)
                        .json()
                        .get("text")
                        .asString())
                .isEqualTo(mail.text());
        service.browser().get("/api/mailbox/" + UUID.randomUUID()).expect(404);
    }

    @Test
    void P5_what_is_guessed_first_or_too_short_is_no_password() {
        Browser owner = service.browser().signUp("Guessable");
        Stream.of("short", "aaaaaaaaaaaaaaaaaaaa", "qwertyuiopqwertyuiop", "iloveyou20262026!!", "medflipprofit2026")
                .forEach(guess -> assertThat(
                                change(owner, Browser.PASSWORD, guess).status())
                        .as(guess)
                        .isEqualTo(400));
    }

    private static JsonNode session(Browser browser) {
        return browser.get("/api/session").expect(200).json();
    }

    private Answer askReset(String address) {
        return service.browser().post("/api/password-reset", Map.of("email", address));
    }

    private Answer reset(String token, String password) {
        return service.browser().post("/api/password-reset/use", Map.of("token", token, "password", password));
    }

    private static Answer change(Browser owner, String current, String password) {
        return owner.post("/api/password", Map.of("current", current, "password", password));
    }

    private static Answer askChange(Browser owner, String email, String password) {
        return owner.post("/api/email-change", Map.of("email", email, "password", password));
    }

    private Answer agree(String token) {
        return service.browser().post("/api/email-change/agree", Map.of("token", token));
    }
}
