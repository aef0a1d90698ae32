package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AccountCommand.SignUp;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;

/**
 * Policy promise P12: whoever agreed to an older version is told of the one in force, and says that they have seen it.
 */
class PolicyChangeTest {

    private static final String OLDER = "2026-01-01";

    private final RunningService service = RunningService.shared();

    @Test
    void P12_who_agreed_to_an_older_policy_is_told_once_by_mail_and_on_the_screen_until_they_have_seen_it() {
        TenantId tenant = new TenantId(UUID.randomUUID());
        UserId user = UserId.of(tenant, UUID.randomUUID());
        String email = "older-" + UUID.randomUUID() + "@example.com";
        signedUpEarlier(tenant, user, email);

        Postbox postbox = new Postbox(service);
        postbox.await(email, "Our privacy policy changed");
        Browser owner = service.browser();
        owner.signIn(email, Browser.PASSWORD).expect(204);
        JsonNode session = owner.get("/api/session").expect(200).json();
        assertThat(session.get("policyVersion").asString()).isEqualTo(OLDER);
        assertThat(session.get("policyInForce").asString()).isEqualTo(PublishedPolicy.VERSION);

        assertThat(acknowledge(owner, OLDER).expect(409).code()).isEqualTo("accounts.policy-outdated");
        acknowledge(owner, PublishedPolicy.VERSION).expect(204);
        acknowledge(owner, PublishedPolicy.VERSION).expect(204);
        Eventually.of(
                () -> owner.get("/api/session")
                        .expect(200)
                        .json()
                        .get("policyVersion")
                        .asString(),
                PublishedPolicy.VERSION::equals);

        // The sweep looks again: it has been seen to.
        JdbcClient jdbc = service.bean(JdbcClient.class);
        jdbc.sql("UPDATE write.sign_in SET policy_told = '' WHERE user_id = ?")
                .param(user.local())
                .update();
        Eventually.of(
                () -> jdbc.sql("SELECT policy_told FROM write.sign_in WHERE user_id = ?")
                        .param(user.local())
                        .query(String.class)
                        .single(),
                PublishedPolicy.VERSION::equals);
        assertThat(postbox.of(email))
                .filteredOn(mail -> mail.subject().equals("Our privacy policy changed"))
                .hasSize(1);
    }

    @Test
    void P12_who_runs_the_service_is_told_of_a_new_policy_too() {
        Operators.of(service);
        JdbcClient jdbc = service.bean(JdbcClient.class);
        jdbc.sql("UPDATE write.sign_in SET policy_told = '' WHERE tenant_id = ?")
                .param(TenantId.SERVICE.value())
                .update();
        Eventually.of(
                () -> jdbc.sql("SELECT min(policy_told) FROM write.sign_in WHERE tenant_id = ? AND NOT claimed")
                        .param(TenantId.SERVICE.value())
                        .query(String.class)
                        .single(),
                PublishedPolicy.VERSION::equals);
    }

    private static Browser.Answer acknowledge(Browser owner, String version) {
        return owner.post("/api/policy/acknowledge", Map.of("policyVersion", version));
    }

    private void signedUpEarlier(TenantId tenant, UserId user, String email) {
        service.bean(JdbcClient.class)
                .sql("""
                        INSERT INTO write.sign_in (email_index, tenant_id, user_id, role, password_hash)
                        VALUES (:email, :tenant, :user, :role, :hash)
                        """)
                .param("email", service.bean(BlindIndex.class).global("sign-in", email))
                .param("tenant", tenant.value())
                .param("user", user.local())
                .param("role", Role.OWNER.name())
                .param("hash", service.bean(PasswordEncoder.class).encode(Browser.PASSWORD))
                .update();
        service.bean(Commands.class)
                .send(
                        Caller.job(tenant, "test"),
                        new SignUp(
                                AccountId.of(tenant, tenant.value()),
                                user,
                                new EmailAddress(email),
                                new PersonalText("Older Strips"),
                                null,
                                null,
                                "USD",
                                "America/New_York",
                                true,
                                OLDER,
                                null));
    }
}
