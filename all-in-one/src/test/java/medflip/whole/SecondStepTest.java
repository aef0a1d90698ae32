package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.accounts.write.SecondFactorCommand.AddPasskey;
import medflip.accounts.write.SecondFactorCommand.RemovePasskey;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.whole.Browser.Answer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A second step at the sign-in, and showing once more who one is before what can't be taken back. */
class SecondStepTest {

    private final RunningService service = RunningService.shared();

    @Test
    void a_sign_in_asks_for_a_code_which_is_good_once() {
        Browser owner = service.browser().signUp("Second Step");
        Answer offered = owner.post("/api/authenticator/offer", Map.of()).expect(200);
        AuthenticatorApp app =
                AuthenticatorApp.scan(offered.json().get("secret").asString());
        String first = app.before();
        owner.post("/api/authenticator/confirm", Map.of("code", first)).expect(200);
        Browser again = service.browser();
        assertThat(again.signIn(owner.email(), Browser.PASSWORD).expect(401).code())
                .isEqualTo("accounts.second-factor-needed");
        assertThat(again.signIn(owner.email(), "wrong password").expect(401).code())
                .as("who doesn't know the password isn't told of a second step")
                .isEqualTo("accounts.sign-in-failed");
        assertThat(signIn(again, owner, "000000").expect(401).code()).isEqualTo("accounts.second-factor-wrong");
        assertThat(signIn(again, owner, first).expect(401).code())
                .as("the code that set it up")
                .isEqualTo("accounts.second-factor-wrong");
        String code = app.next();
        signIn(again, owner, code).expect(204);
        again.get("/api/session").expect(200);
        assertThat(signIn(service.browser(), owner, code).expect(401).code())
                .as("the same code again")
                .isEqualTo("accounts.second-factor-wrong");
    }

    @Test
    void a_recovery_code_stands_in_for_the_app_once() {
        Browser owner = service.browser().signUp("Recovery");
        Answer offered = owner.post("/api/authenticator/offer", Map.of()).expect(200);
        AuthenticatorApp app =
                AuthenticatorApp.scan(offered.json().get("secret").asString());
        JsonNode codes = owner.post("/api/authenticator/confirm", Map.of("code", app.now()))
                .expect(200)
                .json()
                .get("recoveryCodes");
        assertThat(codes).hasSize(10);
        String code = codes.get(4).asString();
        signIn(service.browser(), owner, code.toUpperCase(java.util.Locale.ROOT))
                .expect(204);
        assertThat(signIn(service.browser(), owner, code).expect(401).code()).isEqualTo("accounts.second-factor-wrong");
        JsonNode renewed = owner.post("/api/authenticator/recovery-codes", Map.of())
                .expect(200)
                .json()
                .get("recoveryCodes");
        signIn(service.browser(), owner, codes.get(5).asString()).expect(401);
        signIn(service.browser(), owner, renewed.get(5).asString()).expect(204);
    }

    @Test
    void an_app_is_removed_and_the_password_is_enough_again() {
        Browser owner = service.browser().signUp("No App");
        AuthenticatorApp.setUp(owner);
        assertThat(owner.post("/api/authenticator/offer", Map.of()).expect(409).code())
                .isEqualTo("accounts.authenticator-in-use");
        owner.post("/api/authenticator/remove", Map.of()).expect(204);
        service.browser().signIn(owner.email(), Browser.PASSWORD).expect(204);
        assertThat(owner.get("/api/authenticator")
                        .expect(200)
                        .json()
                        .get("inUse")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whoever_gets_or_loses_a_way_in_hears_of_it_by_mail() {
        Browser owner = service.browser().signUp("Hears Of It");
        Postbox postbox = new Postbox(service);
        Answer offered = owner.post("/api/authenticator/offer", Map.of()).expect(200);
        AuthenticatorApp app =
                AuthenticatorApp.scan(offered.json().get("secret").asString());
        JsonNode codes = owner.post("/api/authenticator/confirm", Map.of("code", app.now()))
                .expect(200)
                .json()
                .get("recoveryCodes");
        postbox.await(owner.email(), "Your sign-in asks for a code now");
        signIn(service.browser(), owner, codes.get(0).asString()).expect(204);
        postbox.await(owner.email(), "A recovery code was used");
        owner.post("/api/authenticator/recovery-codes", Map.of()).expect(200);
        postbox.await(owner.email(), "You have new recovery codes");
        owner.post("/api/authenticator/remove", Map.of()).expect(204);
        postbox.await(owner.email(), "Your sign-in asks for no code any more");

        JsonNode session = owner.get("/api/session").expect(200).json();
        UserId user = UserId.of(
                TenantId.of(session.at("/business/id").asString()),
                UUID.fromString(session.get("userId").asString()));
        Caller caller = Caller.user(user.tenantId(), user.local());
        UUID passkey = UUID.randomUUID();
        Commands commands = service.bean(Commands.class);
        commands.send(caller, new AddPasskey(user, passkey, new PersonalText("Ann's phone")));
        assertThat(postbox.await(owner.email(), "A passkey opens your account").text())
                .contains("Ann's phone");
        commands.send(caller, new RemovePasskey(user, passkey));
        postbox.await(owner.email(), "A passkey opens your account no more");
    }

    /** An automation that is new to a service takes up what happens from then on: nobody is mailed about last year. */
    @Test
    void what_happened_before_there_were_such_mails_is_mailed_to_nobody() {
        Browser owner = service.browser().signUp("Long Ago");
        Postbox postbox = new Postbox(service);
        AuthenticatorApp.setUp(owner);
        postbox.await(owner.email(), "Your sign-in asks for a code now");
        String group = "accounts.mail-second-factor";
        StreamingEventProcessor mails = service.bean(EventProcessingConfiguration.class)
                .eventProcessor(group, StreamingEventProcessor.class)
                .orElseThrow();
        JdbcClient jdbc = service.bean(JdbcClient.class);
        String tenant =
                owner.get("/api/session").expect(200).json().at("/business/id").asString();
        mails.shutDown();
        jdbc.sql("DELETE FROM read.token_entry WHERE processor_name = :group")
                .param("group", group)
                .update();
        jdbc.sql("DELETE FROM write.outbox WHERE tenant_id = CAST(:tenant AS uuid)")
                .param("tenant", tenant)
                .update();
        mails.start();

        owner.post("/api/authenticator/remove", Map.of()).expect(204);
        postbox.await(owner.email(), "Your sign-in asks for no code any more");
        assertThat(jdbc.sql("SELECT count(*) FROM write.outbox WHERE tenant_id = CAST(:tenant AS uuid)")
                        .param("tenant", tenant)
                        .query(Integer.class)
                        .single())
                .as("one mail, about what has just happened")
                .isEqualTo(1);
    }

    @Test
    void P5_the_apps_secret_is_stored_sealed() {
        Browser owner = service.browser().signUp("Sealed Secret");
        AuthenticatorApp app = AuthenticatorApp.setUp(owner);
        List<byte[]> stored = service.bean(JdbcClient.class)
                .sql("SELECT secret FROM write.authenticator")
                .query(byte[].class)
                .list();
        assertThat(stored)
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(new String(secret, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(new String(app.secret(), java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    @Test
    void an_auditor_sees_nothing_before_there_is_a_second_step() {
        Browser owner = service.browser().signUp("Audited");
        Browser auditor = Members.join(service, owner, "STAFF");
        String email =
                auditor.get("/api/session").expect(200).json().get("email").asString();
        String user =
                auditor.get("/api/session").expect(200).json().get("userId").asString();
        Answer seen = owner.get("/api/members/" + user).expect(200);
        owner.change("POST", "/api/members/" + user + "/role", Map.of("role", "AUDITOR"), seen.etag())
                .expect(200);
        Eventually.of(() -> auditor.get("/api/session").status(), status -> status == 401);
        auditor.signIn(email, Browser.PASSWORD).expect(204);
        assertThat(auditor.get("/api/customers").expect(403).code()).isEqualTo("accounts.second-factor-missing");
        assertThat(auditor.get("/api/session")
                        .expect(200)
                        .json()
                        .get("secondFactorMissing")
                        .asBoolean())
                .isTrue();
        AuthenticatorApp.setUp(auditor);
        auditor.get("/api/customers").expect(200);
        assertThat(auditor.get("/api/session")
                        .expect(200)
                        .json()
                        .get("secondFactorMissing")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void what_cannot_be_taken_back_needs_a_sign_in_of_the_last_ten_minutes() {
        try (RunningService later = RunningService.start(LaterClock.Given.class)) {
            Browser owner = later.browser().signUp("Fresh");
            Map<String, ?> key = Map.of("name", "Robot", "scopes", List.of("READ"));
            owner.post("/api/api-keys", key).expect(201);
            later.bean(LaterClock.class).isLater(Duration.ofMinutes(11));
            assertThat(owner.post("/api/api-keys", key).expect(403).code()).isEqualTo("accounts.fresh-sign-in-needed");
            owner.get("/api/api-keys").expect(200);
            assertThat(owner.post("/api/session/prove", Map.of("password", "wrong password"))
                            .expect(422)
                            .code())
                    .isEqualTo("accounts.password-wrong");
            owner.post("/api/api-keys", key).expect(403);
            owner.post("/api/session/prove", Map.of("password", Browser.PASSWORD))
                    .expect(204);
            owner.post("/api/api-keys", key).expect(201);
        }
    }

    private static Answer signIn(Browser browser, Browser person, String code) {
        return browser.post(
                "/api/sign-in", Map.of("email", person.email(), "password", Browser.PASSWORD, "code", code));
    }
}
