package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who works for a business: asked by an owner, in by their own password, out at once. */
class MembersTest {

    private final RunningService service = RunningService.shared();

    @Test
    void who_is_invited_sees_by_whom_and_joins_with_a_password_of_their_own() {
        Browser owner = service.browser().signUp("Joined");
        String email = "staff-" + UUID.randomUUID() + "@example.com";
        String token = Members.token(Members.invite(owner, email, "STAFF"));
        JsonNode seen = Eventually.of(
                        () -> service.browser().post("/api/invitations/open", Map.of("token", token)),
                        answer -> answer.status() == 200)
                .json();
        assertThat(seen.get("businessName").asString()).isEqualTo("Joined");
        assertThat(seen.get("email").asString()).isEqualTo(email);
        Browser staff = service.browser();
        Members.accept(staff, token).expect(201);
        JsonNode session = staff.get("/api/session").expect(200).json();
        assertThat(session.get("role").asString()).isEqualTo("STAFF");
        assertThat(session.at("/business/id"))
                .isEqualTo(owner.get("/api/session").expect(200).json().at("/business/id"));
        service.browser().signIn(email, Browser.PASSWORD).expect(204);
        assertThat(staff.get("/api/members").expect(200).json().findValuesAsString("role"))
                .containsExactly("OWNER", "STAFF");
        assertThat(staff.get("/api/invitations").expect(200).json()).isEmpty();
    }

    @Test
    void an_invitation_is_answered_once_and_not_at_all_once_it_was_taken_back() {
        Browser owner = service.browser().signUp("Once Only");
        String used = Members.token(Members.invite(owner, "once-" + UUID.randomUUID() + "@example.com", "STAFF"));
        Members.accept(service.browser(), used).expect(201);
        Answer invitation = Members.invite(owner, "never-" + UUID.randomUUID() + "@example.com", "STAFF");
        owner.change("POST", "/api/invitations/" + invitation.id() + "/revoke", Map.of(), invitation.etag())
                .expect(200);
        for (String token : new String[] {used, Members.token(invitation), "made-up"}) {
            Eventually.of(
                    () -> service.browser()
                            .post("/api/invitations/open", Map.of("token", token))
                            .status(),
                    status -> status == 404);
            Answer again = service.browser().post("/api/invitations/accept", join(token));
            assertThat(again.expect(409).code()).isEqualTo("accounts.invitation-void");
        }
    }

    @Test
    void an_address_that_has_an_account_joins_no_second_business() {
        Browser owner = service.browser().signUp("One Business");
        Browser elsewhere = service.browser().signUp("Elsewhere");
        String token = Members.token(Members.invite(owner, elsewhere.email(), "STAFF"));
        assertThat(Members.accept(service.browser(), token).expect(409).code()).isEqualTo("accounts.email-taken");
        assertThat(owner.post("/api/invitations", Map.of("email", owner.email(), "role", "STAFF"))
                        .expect(409)
                        .code())
                .isEqualTo("accounts.already-member");
    }

    @Test
    void P10_nobody_under_18_joins() {
        Browser owner = service.browser().signUp("Adults");
        String token = Members.token(Members.invite(owner, "kid-" + UUID.randomUUID() + "@example.com", "STAFF"));
        Map<String, Object> minor = new java.util.HashMap<>(join(token));
        minor.put("attestsAdult", false);
        assertThat(service.browser()
                        .post("/api/invitations/accept", minor)
                        .expect(400)
                        .json()
                        .get("errors")
                        .findValuesAsString("field"))
                .containsExactly("attestsAdult");
    }

    @Test
    void another_role_ends_a_members_sessions_and_holds_from_the_next_sign_in() {
        Browser owner = service.browser().signUp("Promoted");
        Browser staff = Members.join(service, owner, "STAFF");
        assertThat(staff.post("/api/deal-rules", Map.of("donateAfterDays", 20))
                        .expect(403)
                        .code())
                .isEqualTo("accounts.not-allowed");
        JsonNode member = staff.get("/api/session").expect(200).json();
        changeRole(owner, member.get("userId").asString(), "OWNER").expect(200);
        Eventually.of(() -> staff.get("/api/session").status(), status -> status == 401);
        staff.signIn(member.get("email").asString(), Browser.PASSWORD).expect(204);
        staff.post("/api/deal-rules", Map.of("donateAfterDays", 20)).expect(201);
    }

    @Test
    void who_is_removed_is_out_at_once_and_stays_out() {
        Browser owner = service.browser().signUp("Removed");
        Browser staff = Members.join(service, owner, "STAFF");
        JsonNode member = staff.get("/api/session").expect(200).json();
        String path = "/api/members/" + member.get("userId").asString();
        Answer seen = owner.get(path).expect(200);
        owner.change("POST", path + "/remove", Map.of(), seen.etag()).expect(200);
        Eventually.of(() -> staff.get("/api/session").status(), status -> status == 401);
        staff.signIn(member.get("email").asString(), Browser.PASSWORD).expect(401);
        assertThat(owner.get("/api/members").expect(200).json().findValuesAsString("role"))
                .containsExactly("OWNER");
        assertThat(owner.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_business_keeps_an_owner() {
        Browser owner = service.browser().signUp("Last Owner");
        String self = owner.get("/api/session").expect(200).json().get("userId").asString();
        assertThat(changeRole(owner, self, "STAFF").expect(409).code()).isEqualTo("accounts.last-owner");
        owner.get("/api/session").expect(200);
    }

    @Test
    void who_was_invited_has_shown_their_address_and_is_asked_to_confirm_nothing() {
        Browser owner = service.browser().signUp("Confirmed Member");
        Browser member = Members.join(service, owner, "STAFF");
        assertThat(member.get("/api/session")
                        .expect(200)
                        .json()
                        .get("confirmed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void an_invitation_comes_by_mail_with_the_same_link() {
        Browser owner = service.browser().signUp("By Mail");
        String email = "mailed-" + UUID.randomUUID() + "@example.com";
        Answer invitation = Members.invite(owner, email, "AUDITOR");
        String mail = Eventually.of(
                () -> mailTo(email),
                text -> text.contains(invitation.json().get("link").asString()));
        assertThat(mail).contains("seven days");
        assertThat(owner.get("/api/invitations/" + invitation.id() + "/link")
                        .expect(200)
                        .json()
                        .get("link"))
                .isEqualTo(invitation.json().get("link"));
    }

    private String mailTo(String email) {
        Browser reader = service.browser();
        for (JsonNode mail : reader.get("/api/mailbox").expect(200).json().get("mails")) {
            if (mail.get("to").asString().equals(email)) {
                return reader.get("/api/mailbox/" + mail.get("id").asString())
                        .expect(200)
                        .json()
                        .get("text")
                        .asString();
            }
        }
        return "";
    }

    private static Answer changeRole(Browser owner, String user, String role) {
        Answer seen = owner.get("/api/members/" + user).expect(200);
        return owner.change("POST", "/api/members/" + user + "/role", Map.of("role", role), seen.etag());
    }

    private static Map<String, Object> join(String token) {
        return Map.of(
                "token",
                token,
                "password",
                Browser.PASSWORD,
                "attestsAdult",
                true,
                "policyVersion",
                medflip.platform.policy.PublishedPolicy.VERSION);
    }
}
