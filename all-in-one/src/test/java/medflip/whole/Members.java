package medflip.whole;

import java.util.Map;
import java.util.UUID;
import medflip.platform.policy.PublishedPolicy;
import medflip.whole.Browser.Answer;

/** Lets tests have colleagues. */
final class Members {

    private Members() {}

    /** Somebody who was invited with that role, took the invitation, and is signed in. */
    static Browser join(RunningService service, Browser owner, String role) {
        String email = role.toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID() + "@example.com";
        Browser member = service.browser();
        accept(member, token(invite(owner, email, role))).expect(201);
        if (role.equals("AUDITOR")) {
            AuthenticatorApp.setUp(member);
        }
        return member;
    }

    /** The answer to an invitation. */
    static Answer invite(Browser owner, String email, String role) {
        return owner.post("/api/invitations", Map.of("email", email, "role", role))
                .expect(201);
    }

    /** What stands behind the link's {@code #}. */
    static String token(Answer invitation) {
        String link = invitation.json().get("link").asString();
        return link.substring(link.indexOf('#') + 1);
    }

    /** The link's own row follows the invitation's event, a moment after it. */
    static Answer accept(Browser browser, String token) {
        Map<String, ?> body = Map.of(
                "token",
                token,
                "password",
                Browser.PASSWORD,
                "attestsAdult",
                true,
                "policyVersion",
                PublishedPolicy.VERSION);
        return Eventually.of(
                () -> browser.post("/api/invitations/accept", body),
                answer -> !answer.code().equals("accounts.invitation-void"));
    }
}
