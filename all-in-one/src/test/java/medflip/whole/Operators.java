package medflip.whole;

import java.util.Map;
import java.util.WeakHashMap;
import medflip.platform.policy.PublishedPolicy;
import medflip.whole.Browser.Answer;

/** Lets tests run the service. */
final class Operators {

    /** Whom the settings of every service under test name; the last is the browser journey's. */
    static final String SETTING = "--medflip.operators=operator@example.com,ann@example.com,ben@example.com,"
            + "cleo@example.com,dora@example.com,eve@example.com,fay@example.com,gus@example.com,journey.operator@example.com";

    static final String ADDRESS = "operator@example.com";

    static final String INVITATION = "You are asked to run MedFlip Profit";

    private static final Map<RunningService, Browser> SIGNED_IN = new WeakHashMap<>();

    /** Somebody who runs the service, with the app that shows their codes. */
    record Operator(Browser browser, AuthenticatorApp app) {}

    private Operators() {}

    /** One for all tests of a service, who leave the session as they found it. */
    static synchronized Browser of(RunningService service) {
        return SIGNED_IN.computeIfAbsent(service, each -> join(each, ADDRESS).browser());
    }

    /** Takes the invitation that the settings sent to the address; each can be taken once. */
    static Operator join(RunningService service, String address) {
        Browser operator = service.browser();
        accept(operator, new Postbox(service).token(address, INVITATION)).expect(201);
        return new Operator(operator, AuthenticatorApp.setUp(operator));
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
