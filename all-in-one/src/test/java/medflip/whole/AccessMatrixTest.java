package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint of the API's own description, called in each role and by each kind of key. What is written here is the
 * rule, and the service must agree: an endpoint that isn't a GET is for owners and staff, unless it is listed.
 */
class AccessMatrixTest {

    private static final String SOME_ID = "0193f3a0-0000-7000-8000-00000000dead";

    /** What anybody may call, signed in or not. */
    private static final Set<String> ANYBODY = Set.of(
            "POST /api/sign-up",
            "POST /api/sign-up/open",
            "POST /api/sign-up/finish",
            "POST /api/sign-in",
            "GET /api/sign-in/google",
            "POST /api/sign-in/google",
            "POST /api/sign-in/google/ask",
            "POST /api/sign-in/google/answer",
            "POST /api/sign-up/google",
            "POST /api/sign-in/passkey/ask",
            "POST /api/sign-in/passkey",
            "POST /api/password-reset",
            "POST /api/password-reset/use",
            "POST /api/email-change/agree",
            "GET /api/policy",
            "GET /api/mailbox",
            "GET /api/mailbox/{id}",
            "POST /api/mailbox/{id}/fate",
            "POST /api/optional-mail/by-link",
            "POST /api/offers/open",
            "POST /api/offers/accept",
            "POST /api/offers/decline",
            "POST /api/offers/photos",
            "POST /api/offers/photo",
            "POST /api/private-data/open",
            "POST /api/private-data/download",
            "POST /api/private-data/file",
            "POST /api/private-data/correct",
            "POST /api/erasure-certificates/open",
            "POST /api/erasure-certificates/paper",
            "GET /api/signing-keys",
            "POST /api/invitations/open",
            "POST /api/invitations/accept");

    /** What concerns who is signed in, alone. */
    private static final Set<String> SELF = Set.of(
            "POST /api/session/prove",
            "POST /api/policy/acknowledge",
            "POST /api/optional-mail",
            "GET /api/privacy-requests/own",
            "POST /api/privacy-requests/own",
            "GET /api/feature-use",
            "GET /api/authenticator",
            "POST /api/authenticator/offer",
            "POST /api/authenticator/confirm",
            "POST /api/authenticator/recovery-codes",
            "POST /api/authenticator/remove",
            "POST /api/session/prove/passkey",
            "GET /api/google",
            "POST /api/google/ask",
            "POST /api/google/link",
            "POST /api/google/unlink",
            "GET /api/passkeys",
            "POST /api/passkeys/offer",
            "POST /api/passkeys/add",
            "POST /api/passkeys/{id}/remove",
            "POST /api/password",
            "GET /api/lists",
            "POST /api/lists/columns",
            "POST /api/lists/filters",
            "POST /api/lists/filters/drop",
            "POST /api/lists/filters/restore",
            "POST /api/email-change",
            "POST /api/email-change/drop",
            "GET /api/sessions",
            "POST /api/sessions/{id}/end",
            "POST /api/sessions/end-others",
            "GET /api/sign-ins");

    /** What belongs to a session of whatever kind, a support visitor's as well. */
    private static final Set<String> SESSION = Set.of(
            "POST /api/sign-out",
            "GET /api/session",
            "GET /api/live",
            "GET /api/subscription",
            "POST /api/support/leave");

    /** Questions that are too long for an address, or that the log shouldn't hold. */
    private static final Set<String> QUESTIONS = Set.of(
            "POST /api/open-quotes/what-if",
            "POST /api/view-checks",
            "POST /api/price-sheets/preview",
            "POST /api/deals/bulk/preview",
            "POST /api/customers/bulk/preview",
            "POST /api/lots/bulk/preview",
            "POST /api/products/bulk/preview",
            "POST /api/expenses/bulk/preview",
            "POST /api/mileage/bulk/preview",
            "POST /api/sales/bulk/preview",
            "POST /api/payouts/bulk/preview",
            "POST /api/campaigns/preview",
            "POST /api/undo/preview");

    /** Files that can be taken away, and what is known of them, which no list of the books is. */
    private static final Set<String> EXPORT = Set.of(
            "GET /api/events",
            "GET /api/filed-reports/{id}/file",
            "GET /api/audit/bundle",
            "GET /api/delivery-schedules",
            "GET /api/delivery-schedules/{id}",
            "GET /api/delivery-schedules/{id}/deliveries",
            "GET /api/delivery-schedules/{id}/latest",
            "GET /api/deliveries/{id}",
            "GET /api/deliveries/{id}/file");

    /** What an owner alone decides. */
    private static final Set<String> ADMINISTER = Set.of(
            "POST /api/pricing-rules",
            "POST /api/deal-rules",
            "POST /api/twilio-connection",
            "POST /api/twilio-connection/disconnect",
            "GET /api/simulated-phones",
            "GET /api/billing/stripe",
            "POST /api/billing/checkout",
            "POST /api/billing/portal",
            "GET /api/billing/change-preview",
            "POST /api/billing/change",
            "POST /api/billing/change/drop",
            "POST /api/billing/cancel",
            "POST /api/billing/resume",
            "POST /api/billing/invoices/link",
            "GET /api/subscription/invoices",
            "GET /api/subscription/history",
            "GET /api/exports",
            "GET /api/exports/{id}",
            "POST /api/exports",
            "POST /api/exports/{id}/collect",
            "POST /api/archives",
            "POST /api/account/close",
            "POST /api/account/reopen",
            "POST /api/members/{id}/role",
            "POST /api/members/{id}/remove",
            "POST /api/invitations",
            "POST /api/invitations/{id}/revoke",
            "GET /api/invitations/{id}/link",
            "POST /api/support",
            "POST /api/support/{id}/revoke",
            "POST /api/privacy-requests/{id}/erase",
            "GET /api/customers/{id}/erasure-preview",
            "GET /api/api-keys",
            "GET /api/api-keys/{id}",
            "POST /api/api-keys",
            "POST /api/api-keys/{id}/revoke");

    private enum Need {
        ANYBODY,
        SELF,
        SESSION,
        READ,
        EXPORT,
        WRITE,
        ADMINISTER,
        OPERATE
    }

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Matrix");

    @Test
    void an_auditor_sees_everything_and_changes_nothing() {
        Browser auditor = Members.join(service, owner, "AUDITOR");
        assertThat(refused(auditor, "accounts.not-allowed", Need.WRITE, Need.ADMINISTER, Need.OPERATE))
                .hasSizeGreaterThan(80);
    }

    @Test
    void staff_do_the_daily_work_and_decide_nothing_about_the_account() {
        Browser staff = Members.join(service, owner, "STAFF");
        assertThat(refused(staff, "accounts.not-allowed", Need.ADMINISTER, Need.OPERATE))
                .hasSizeGreaterThan(ADMINISTER.size());
    }

    @Test
    void an_owner_may_everything_in_the_business_and_nothing_beside_it() {
        assertThat(refused(owner, "accounts.not-allowed", Need.OPERATE)).hasSizeGreaterThan(8);
    }

    @Test
    void P6_an_operator_gets_nothing_of_any_business() {
        assertThat(refused(
                        Operators.of(service),
                        "accounts.not-allowed",
                        Need.READ,
                        Need.EXPORT,
                        Need.WRITE,
                        Need.ADMINISTER))
                .hasSizeGreaterThan(150);
    }

    @Test
    void a_key_may_what_its_scope_says_and_never_decides_about_the_account() {
        refused(
                key("READ"),
                "accounts.not-in-scope",
                Need.SELF,
                Need.SESSION,
                Need.EXPORT,
                Need.WRITE,
                Need.ADMINISTER,
                Need.OPERATE);
        refused(
                key("EXPORT"),
                "accounts.not-in-scope",
                Need.SELF,
                Need.SESSION,
                Need.READ,
                Need.WRITE,
                Need.ADMINISTER,
                Need.OPERATE);
        refused(
                key("WRITE"),
                "accounts.not-in-scope",
                Need.SELF,
                Need.SESSION,
                Need.READ,
                Need.EXPORT,
                Need.ADMINISTER,
                Need.OPERATE);
        refused(
                key("READ", "WRITE", "EXPORT"),
                "accounts.not-in-scope",
                Need.SELF,
                Need.SESSION,
                Need.ADMINISTER,
                Need.OPERATE);
    }

    @Test
    void nobody_gets_anywhere_but_where_anybody_may_go() {
        for (Map.Entry<String, JsonNode> endpoint : endpoints().entrySet()) {
            if (need(endpoint.getKey(), endpoint.getValue()) != Need.ANYBODY && !ends(endpoint.getKey())) {
                Answer answer = call(service.browser(), endpoint.getKey(), endpoint.getValue());
                assertThat(answer.code()).as(endpoint.getKey()).isEqualTo("accounts.sign-in-required");
            }
        }
    }

    @Test
    void figures_over_all_businesses_are_for_nobody_who_signs_in_to_one() {
        owner.get("/actuator/health").expect(200);
        owner.get("/actuator/metrics").expect(403);
        service.browser().get("/actuator/metrics").expect(401);
    }

    @Test
    void a_question_changes_nothing() {
        long facts = facts();
        endpoints().forEach((endpoint, described) -> {
            if (endpoint.startsWith("GET ") && !ends(endpoint)) {
                call(owner, endpoint, described);
            }
        });
        assertThat(facts()).isEqualTo(facts);
        owner.post("/api/customers", Map.of("name", "Somebody")).expect(201);
        assertThat(facts()).as("a change would be noticed").isGreaterThan(facts);
    }

    /** How much happened in the owner's business. */
    private long facts() {
        return service.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM events.domain_event WHERE tenant_id = :tenant")
                .param(
                        "tenant",
                        UUID.fromString(owner.get("/api/session")
                                .expect(200)
                                .json()
                                .at("/business/id")
                                .asString()))
                .query(Long.class)
                .single();
    }

    @Test
    void what_is_refused_is_logged_by_its_endpoint_and_whose_wish_it_was() {
        Logger log = (Logger) LoggerFactory.getLogger("medflip.platform.web.AccessRules");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.INFO);
        try {
            Browser auditor = Members.join(service, owner, "AUDITOR");
            auditor.post("/api/customers", Map.of("name", "Somebody")).expect(403);
            String user =
                    auditor.get("/api/session").expect(200).json().get("userId").asString();
            assertThat(lines.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(line -> line.contains(user) && line.contains("not-allowed"));
        } finally {
            log.detachAppender(lines);
            log.setLevel(null);
        }
    }

    @Test
    void each_endpoint_says_what_it_needs() {
        endpoints()
                .forEach((endpoint, described) -> assertThat(
                                described.path("x-permission").asString(""))
                        .as(endpoint)
                        .isEqualTo(need(endpoint, described).name()));
    }

    private Browser key(String... scopes) {
        return ApiKeysTest.opened(owner, ApiKeysTest.make(owner, scopes));
    }

    /** Calls every endpoint; those that need one of these, and no others, must be refused. */
    private List<String> refused(Browser browser, String code, Need... needs) {
        List<String> refused = new ArrayList<>();
        endpoints().forEach((endpoint, described) -> {
            Need need = need(endpoint, described);
            boolean ofTheSession = need == Need.SELF || need == Need.SESSION;
            if (ofTheSession && !List.of(needs).contains(need) || ends(endpoint)) {
                return;
            }
            Answer answer = call(browser, endpoint, described);
            if (List.of(needs).contains(need)) {
                assertThat(answer.status()).as(endpoint).isEqualTo(403);
                assertThat(answer.code()).as(endpoint).isEqualTo(code);
                refused.add(endpoint);
            } else {
                assertThat(answer.status() == 403 ? answer.code() : "")
                        .as(endpoint)
                        .isNotEqualTo(code);
            }
        });
        return refused;
    }

    /** A stream, which a test would wait for. */
    private static boolean ends(String endpoint) {
        return endpoint.equals("GET /api/live");
    }

    private static Answer call(Browser browser, String endpoint, JsonNode described) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = endpoint.substring(endpoint.indexOf(' ') + 1).replaceAll("\\{\\w+}", SOME_ID);
        if (described.at("/requestBody/content").has("multipart/form-data")) {
            return browser.upload(
                    path, "a.csv", new byte[] {'a'}, UUID.randomUUID().toString());
        }
        if (described.at("/requestBody/content").has("application/zip")) {
            return browser.give(path, new byte[] {'a'});
        }
        return method.equals("GET") ? browser.get(path) : browser.change(method, path, Map.of(), "\"0\"");
    }

    private static Need need(String endpoint, JsonNode described) {
        if (ANYBODY.contains(endpoint)) {
            return Need.ANYBODY;
        }
        if (SELF.contains(endpoint)) {
            return Need.SELF;
        }
        if (SESSION.contains(endpoint)) {
            return Need.SESSION;
        }
        if (endpoint.contains(" /api/operator/")) {
            return Need.OPERATE;
        }
        if (ADMINISTER.contains(endpoint)) {
            return Need.ADMINISTER;
        }
        if (endpoint.startsWith("GET ")) {
            return EXPORT.contains(endpoint)
                            || described.at("/responses/200/content").has("text/csv")
                    ? Need.EXPORT
                    : Need.READ;
        }
        return QUESTIONS.contains(endpoint) ? Need.READ : Need.WRITE;
    }

    private Map<String, JsonNode> endpoints() {
        Map<String, JsonNode> endpoints = new java.util.TreeMap<>();
        JsonNode paths = owner.get("/v3/api-docs").expect(200).json().get("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (path.getKey().startsWith("/api/")) {
                    endpoints.put(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue());
                }
            }
        }
        return endpoints;
    }
}
