package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.tenancy.TenantPredicate;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/**
 * Policy promises P5 and P6: no user can reach another business's data. Every endpoint of the API's own description is
 * called by one business with every id of another; and again with each layer of isolation switched off alone. An
 * endpoint that this test doesn't know how to call fails it.
 */
@Order(2)
class IsolationMatrixTest {

    private static final String RANDOM_ID = "0193f3a0-0000-7000-8000-00000000dead";

    /** Whose id an {@code {id}} is, by the path's first part. */
    private record Kind(String path, java.util.function.Function<Books, String> id) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("/api/customers/", Books::customer),
            new Kind("/api/filed-reports/", IsolationMatrixTest::filed),
            new Kind("/api/view-checks/", IsolationMatrixTest::checked),
            new Kind("/api/products/", Books::product),
            new Kind("/api/buyers/", Books::wholesaler),
            new Kind("/api/price-lists/", Books::wholesaler),
            new Kind("/api/deals/", Books::deal),
            new Kind("/api/lots/", Books::lot),
            new Kind("/api/sales/", Books::sale),
            new Kind("/api/sale-proposals/", Books::wholesaler),
            new Kind("/api/imports/", Books::importId),
            new Kind("/api/files/", Books::file),
            new Kind("/api/expenses/", Books::expense),
            new Kind("/api/mileage/", Books::trip),
            new Kind("/api/conversations/", Books::conversation),
            new Kind("/api/campaigns/", Books::campaign),
            new Kind("/api/text-templates/", Books::template),
            new Kind("/api/members/", Books::user),
            new Kind("/api/invitations/", Books::invitation),
            new Kind("/api/exports/", Books::export),
            new Kind("/api/delivery-schedules/", Books::deliverySchedule),
            new Kind("/api/deliveries/", Books::delivery),
            new Kind("/api/support/", Books::support),
            new Kind("/api/privacy-requests/", Books::privacyRequest),
            new Kind("/api/api-keys/", Books::apiKey));

    /** A body for every endpoint that takes one; an id of the other business where the body has one. */
    private static Object body(String endpoint, String customer) {
        return switch (endpoint) {
            case "POST /api/invitations" -> Map.of("email", "colleague@example.com", "role", "STAFF");
            case "POST /api/members/{id}/role" -> Map.of("role", "AUDITOR");
            case "POST /api/privacy-requests" -> Map.of("kind", "ACCESS", "customerId", customer, "way", "BY_EMAIL");
            case "POST /api/privacy-requests/{id}/identity" -> Map.of("check", "DOCUMENT_SEEN");
            case "POST /api/privacy-requests/{id}/refuse" -> Map.of("reason", "WITHDRAWN");
            case "POST /api/privacy-requests/own" -> Map.of("kind", "ACCESS");
            case "POST /api/privacy-requests/{id}/extend" -> Map.of("reason", "COMPLEX", "toldBy", "BY_EMAIL");
            case "POST /api/privacy-requests/{id}/link", "POST /api/privacy-requests/{id}/link/revoke" ->
                Map.of("linkId", RANDOM_ID);
            case "POST /api/delivery-schedules", "PUT /api/delivery-schedules/{id}" ->
                Books.delivered("The stranger's own");
            case "POST /api/support" -> Map.of("reason", "the stranger's own", "hours", 1);
            case "POST /api/api-keys" -> Map.of("name", "The stranger's own", "scopes", List.of("READ"));
            case "POST /api/customers", "PUT /api/customers/{id}" -> Map.of("name", "The stranger's own person");
            case "POST /api/customers/{id}/merge", "POST /api/customers/{id}/keep-apart" ->
                Map.of("customerId", customer);
            case "POST /api/customers/{id}/tags", "POST /api/customers/{id}/tags/remove" -> Map.of("tagId", RANDOM_ID);
            case "POST /api/customers/{id}/fields" -> Map.of("fieldId", RANDOM_ID, "value", "x");
            case "POST /api/customers/{id}/do-not-buy" -> Map.of("reason", "x");
            case "POST /api/customers/{id}/payout-handles" -> Map.of("kind", "ZELLE", "handle", "x");
            case "POST /api/customers/{id}/payout-handles/remove", "POST /api/customers/{id}/payout-handles/restore" ->
                Map.of("handleId", RANDOM_ID);
            case "POST /api/customers/{id}/notes" -> Map.of("text", "x");
            case "POST /api/customers/{id}/notes/edit" -> Map.of("id", RANDOM_ID, "text", "x");
            case "POST /api/customers/{id}/notes/delete", "POST /api/customers/{id}/notes/restore" ->
                Map.of("noteId", RANDOM_ID);
            case "POST /api/customers/{id}/tasks" -> Map.of("text", "x");
            case "POST /api/customers/{id}/tasks/edit" -> Map.of("id", RANDOM_ID, "text", "x");
            case "POST /api/customers/{id}/tasks/finish",
                    "POST /api/customers/{id}/tasks/reopen",
                    "POST /api/customers/{id}/tasks/drop",
                    "POST /api/customers/{id}/tasks/restore" -> Map.of("taskId", RANDOM_ID);
            case "POST /api/customers/{id}/files" -> Map.of("fileIds", List.of(RANDOM_ID));
            case "POST /api/customers/{id}/files/remove" -> Map.of("fileId", RANDOM_ID);
            case "POST /api/card-plan" -> Map.of();
            case "POST /api/lists/columns" -> Map.of("list", "DEALS", "shown", List.of("date"));
            case "POST /api/lists/filters", "POST /api/lists/shared-filters" ->
                Map.of("list", "DEALS", "name", "The stranger's own", "query", "{}");
            case "POST /api/lists/filters/drop",
                    "POST /api/lists/filters/restore",
                    "POST /api/lists/shared-filters/drop",
                    "POST /api/lists/shared-filters/restore" -> Map.of("filterId", customer);
            case "POST /api/products" -> Map.of("name", "The stranger's own strips");
            case "PUT /api/products/{id}" -> Map.of("name", "Not the stranger's strips");
            case "POST /api/buyers", "PUT /api/buyers/{id}" -> Map.of("name", "The stranger's own buyer");
            case "POST /api/price-lists/{id}/versions" -> Books.prices(RANDOM_ID);
            case "POST /api/price-lists/{id}/withdraw" -> Map.of("version", 1);
            case "POST /api/open-quotes/what-if" ->
                Map.of("grades", List.of(), "channels", List.of(), "lines", List.of());
            case "POST /api/view-checks" -> Map.of();
            case "POST /api/filed-reports" -> Map.of("report", "profit-by-month");
            case "POST /api/price-sheets/preview" -> Map.of("text", Books.PRODUCT + " 8+ 22");
            case "POST /api/pricing-rules" -> Map.of("monthCount", "WITH_CURRENT", "minimumMargin", 20);
            case "POST /api/deal-rules" -> Map.of("donateAfterDays", 20);
            case "POST /api/deals" -> Books.quote(customer);
            case "POST /api/deals/{id}/accept" -> Map.of("attests", true);
            case "POST /api/deals/{id}/revise" ->
                Map.of("lines", Books.quote(customer).get("lines"));
            case "POST /api/deals/{id}/decline", "POST /api/deals/{id}/give-up" -> Map.of("reason", "PRICE");
            case "POST /api/deals/{id}/cancel" -> Map.of("reason", "OTHER");
            case "POST /api/deals/{id}/hold" -> Map.of("reason", "OTHER");
            case "POST /api/deals/{id}/offer-link", "POST /api/deals/{id}/offer-link/revoke" ->
                Map.of("linkId", RANDOM_ID);
            case "POST /api/deals/{id}/labels" -> Map.of("carrier", "UPS", "cost", Books.usd(0));
            case "POST /api/deals/{id}/labels/void" -> Map.of("labelId", RANDOM_ID);
            case "POST /api/deals/{id}/appointment" ->
                Map.of("meetOn", "2099-01-01", "meetAt", "12:00", "place", "here");
            case "POST /api/deals/{id}/claim" -> Map.of("amount", Books.usd(1));
            case "POST /api/deals/{id}/claim/settle" -> Map.of("received", Books.usd(1));
            case "POST /api/deals/{id}/inspect" -> Map.of("line", 1, "found", List.of());
            case "POST /api/deals/{id}/photos" -> Map.of("line", 1, "photoIds", List.of(RANDOM_ID));
            case "POST /api/deals/{id}/photos/remove" -> Map.of("photoId", RANDOM_ID);
            case "POST /api/deals/{id}/buy-on-the-spot" -> Map.of("attests", true, "method", "CASH");
            case "POST /api/deals/{id}/payouts" -> Books.payout(1);
            case "POST /api/deals/{id}/payouts/plan" ->
                Map.of("amount", Books.usd(1), "method", "CASH", "plannedFor", "2099-01-01");
            case "POST /api/deals/{id}/payouts/withdraw",
                    "POST /api/deals/{id}/payouts/confirm",
                    "POST /api/deals/{id}/payouts/fail" -> Map.of("payoutId", RANDOM_ID);
            case "POST /api/lots/{id}/sales" -> Books.sale(UUID.randomUUID().toString(), 1);
            case "POST /api/expenses", "PUT /api/expenses/{id}" -> Books.expense(customer);
            case "POST /api/mileage", "PUT /api/mileage/{id}" -> Books.trip(customer);
            case "POST /api/conversations" -> Map.of("number", "+16175550177", "body", "the stranger's");
            case "POST /api/conversations/{id}/texts/change" -> Map.of("textId", RANDOM_ID, "body", "x");
            case "POST /api/conversations/{id}/texts/cancel" -> Map.of("textId", RANDOM_ID);
            case "POST /api/conversations/{id}/consent" -> Map.of("basis", "BY_PHONE");
            case "POST /api/conversations/{id}/opt-out/review" -> Map.of("textId", RANDOM_ID, "meant", true);
            case "POST /api/conversations/{id}/seen" -> Map.of("textId", RANDOM_ID);
            case "POST /api/text-templates", "PUT /api/text-templates/{id}" ->
                Map.of("name", "The stranger's own", "body", "x");
            case "POST /api/text-templates/{id}/remove",
                    "POST /api/conversations/{id}/assign",
                    "POST /api/conversations/{id}/opt-out",
                    "POST /api/conversations/{id}/opt-out/lift" -> Map.of();
            case "POST /api/campaigns" -> Map.of("name", "x", "body", "x", "customerIds", List.of(customer));
            case "POST /api/campaigns/preview" -> Map.of("body", "x", "customerIds", List.of(customer));
            case "POST /api/campaigns/{id}/pause",
                    "POST /api/campaigns/{id}/resume",
                    "POST /api/campaigns/{id}/cancel" -> Map.of();
            case "POST /api/expenses/{id}/void", "POST /api/mileage/{id}/void" -> Map.of("reason", "the stranger's");
            case "POST /api/sales", "PUT /api/sales/{id}" -> Books.draft(customer, 1);
            case "POST /api/sales/{id}/ship" -> Map.of("tracking", "1Z999");
            case "POST /api/sales/{id}/deliver" -> Map.of("deliveredOn", "2026-01-01");
            case "POST /api/sales/{id}/inspect" ->
                Map.of("lines", List.of(Map.of("lotId", customer, "deducted", Books.usd(1))));
            case "POST /api/sales/{id}/invoice" -> Map.of("invoicedOn", "2026-01-01");
            case "POST /api/sales/{id}/receipts" -> Map.of("amount", Books.usd(1), "method", "CHECK");
            case "POST /api/sales/{id}/undo-receipt" ->
                Map.of("receiptId", UUID.randomUUID().toString());
            case "POST /api/sales/{id}/offer",
                    "POST /api/sales/{id}/confirm",
                    "POST /api/sales/{id}/reopen",
                    "POST /api/sales/{id}/pack",
                    "POST /api/sales/{id}/close",
                    "POST /api/sales/{id}/cancel" -> Map.of();
            case "POST /api/lots/{id}/split" -> Map.of("quantity", 1, "grade", "PERFECT");
            case "POST /api/lots/{id}/move" -> Map.of("location", "Shelf A3");
            case "POST /api/lots/{id}/regrade" -> Map.of("grade", "SLIGHT_DAMAGE");
            case "POST /api/lots/{id}/label" -> Map.of("expiry", "2027-01");
            case "POST /api/lots/{id}/count" -> Map.of("counted", 0, "reason", "LOST");
            case "POST /api/lots/{id}/write-offs" -> Map.of("quantity", 1, "reason", "LOST");
            case "POST /api/lots/{id}/undo-write-off" ->
                Map.of("writeOffId", UUID.randomUUID().toString());
            case "POST /api/lots/{id}/hold" -> Map.of("reason", "RECALL");
            case "POST /api/lots/{id}/rejoin",
                    "POST /api/lots/{id}/release",
                    "POST /api/members/{id}/remove",
                    "POST /api/invitations/{id}/revoke",
                    "POST /api/api-keys/{id}/revoke",
                    "POST /api/exports",
                    "POST /api/exports/{id}/collect",
                    "POST /api/delivery-schedules/{id}/pause",
                    "POST /api/delivery-schedules/{id}/resume",
                    "POST /api/delivery-schedules/{id}/deliver",
                    "POST /api/delivery-schedules/{id}/remove",
                    "POST /api/support/{id}/revoke",
                    "POST /api/privacy-requests/{id}/answer",
                    "POST /api/privacy-requests/{id}/erase",
                    "POST /api/customers/{id}/archive",
                    "POST /api/customers/{id}/unmerge",
                    "POST /api/customers/{id}/do-not-buy/lift",
                    "POST /api/customers/{id}/restriction/lift",
                    "POST /api/expenses/{id}/restore",
                    "POST /api/mileage/{id}/restore",
                    "POST /api/customers/{id}/restore",
                    "POST /api/buyers/{id}/retire",
                    "POST /api/buyers/{id}/restore",
                    "POST /api/products/{id}/retire",
                    "POST /api/products/{id}/restore",
                    "POST /api/deals/{id}/reopen",
                    "POST /api/deals/{id}/release",
                    "POST /api/deals/{id}/close",
                    "POST /api/deals/{id}/sent",
                    "POST /api/deals/{id}/no-show",
                    "POST /api/deals/{id}/lost",
                    "POST /api/deals/{id}/receive",
                    "POST /api/deals/{id}/inspect-rest-as-quoted",
                    "POST /api/deals/{id}/requote",
                    "POST /api/deals/{id}/agree",
                    "POST /api/deals/{id}/return",
                    "POST /api/deals/{id}/donate",
                    "PUT /api/imports/{id}/settings",
                    "POST /api/imports/{id}/check",
                    "POST /api/imports/{id}/undo",
                    "POST /api/imports/{id}/start" -> Map.of();
            default -> fail("The isolation matrix has no body for " + endpoint + ": add one.");
        };
    }

    /** Endpoints that need another form of call, each with the test that makes it. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("POST /api/sign-up", "SignUpTest: nobody is known yet"),
            Map.entry("POST /api/sign-up/open", "SignUpTest: whose a link is, it alone says"),
            Map.entry("POST /api/sign-up/finish", "opens a business of its own: used by every test here"),
            Map.entry("POST /api/sign-in", "SignInTest"),
            Map.entry("POST /api/sign-out", "SignInTest"),
            Map.entry("POST /api/support/leave", "SupportSessionTest: it names nobody but who is signed in"),
            Map.entry("POST /api/policy/acknowledge", "PolicyChangeTest: it names nobody but who is signed in"),
            Map.entry("POST /api/session/prove", "SecondStepTest: it names nobody but who is signed in"),
            Map.entry("POST /api/authenticator/offer", "SecondStepTest"),
            Map.entry("POST /api/authenticator/confirm", "SecondStepTest"),
            Map.entry("POST /api/authenticator/recovery-codes", "SecondStepTest"),
            Map.entry("POST /api/authenticator/remove", "SecondStepTest"),
            Map.entry("POST /api/sign-in/google", "GoogleTest"),
            Map.entry("POST /api/sign-in/google/ask", "GoogleTest"),
            Map.entry("POST /api/sign-in/google/answer", "GoogleTest"),
            Map.entry("POST /api/sign-up/google", "GoogleTest"),
            Map.entry("POST /api/google/ask", "GoogleTest: the caller's own, and names nothing"),
            Map.entry("POST /api/google/link", "GoogleTest: the same"),
            Map.entry("POST /api/google/unlink", "GoogleTest: the same"),
            Map.entry("POST /api/sign-in/passkey/ask", "the journey access.mjs, with a browser's own authenticator"),
            Map.entry("POST /api/sign-in/passkey", "the journey access.mjs"),
            Map.entry("POST /api/session/prove/passkey", "the journey access.mjs"),
            Map.entry("POST /api/passkeys/offer", "the journey access.mjs"),
            Map.entry("POST /api/passkeys/add", "the journey access.mjs"),
            Map.entry("POST /api/passkeys/{id}/remove", "PasskeysTest"),
            Map.entry("POST /api/invitations/open", "MembersTest: whose an invitation is, its link alone says"),
            Map.entry("POST /api/invitations/accept", "MembersTest"),
            Map.entry("POST /api/password-reset", "AccountLifeTest: whose a link is, it alone says"),
            Map.entry("POST /api/password-reset/use", "AccountLifeTest"),
            Map.entry("POST /api/email-change/agree", "AccountLifeTest"),
            Map.entry("POST /api/email-change", "AccountLifeTest: the same"),
            Map.entry("POST /api/email-change/drop", "AccountLifeTest: the same"),
            Map.entry("POST /api/password", "AccountLifeTest: the same"),
            Map.entry("POST /api/account/close", "AccountLifeTest: the same"),
            Map.entry("POST /api/account/reopen", "AccountLifeTest: the same"),
            Map.entry("POST /api/sessions/end-others", "SessionsTest: the same"),
            Map.entry("POST /api/sessions/{id}/end", "SessionsTest: another's session is as good as none"),
            Map.entry("GET /api/mailbox", "AccountLifeTest: the simulator's, which is nobody's"),
            Map.entry("GET /api/mailbox/{id}", "AccountLifeTest"),
            Map.entry("POST /api/mailbox/{id}/fate", "MailsTest: the simulator's, as above"),
            Map.entry("POST /api/optional-mail", "MailsTest: the caller's own, and names nothing"),
            Map.entry("POST /api/optional-mail/by-link", "MailsTest: whose a link is, it alone says"),
            Map.entry("POST /api/twilio-connection", "TextingTest: the caller's own, and names nothing"),
            Map.entry("POST /api/twilio-connection/disconnect", "TextingTest: the same"),
            Map.entry("POST /api/simulated-phones/reply", "TextingTest: the same"),
            Map.entry("POST /api/simulated-phones/fail-next", "TextingTest: the same"),
            Map.entry("POST /api/billing/checkout", "BillingTest: the same"),
            Map.entry("POST /api/billing/portal", "BillingTest: the same"),
            Map.entry("POST /api/billing/change", "BillingTest: the same"),
            Map.entry("POST /api/billing/change/drop", "BillingTest: the same"),
            Map.entry("POST /api/billing/cancel", "BillingTest: the same"),
            Map.entry("POST /api/billing/resume", "BillingTest: the same"),
            Map.entry("POST /api/billing/invoices/link", "BillingTest: the same"),
            Map.entry("GET /api/billing/change-preview", "BillingTest: the same"),
            Map.entry("POST /api/imports", "an upload: below"),
            Map.entry("POST /api/archives", "BroughtArchiveTest: an archive that names another business is refused"),
            Map.entry("POST /api/deals/bulk", "BulkDealsTest: each deal is answered for itself"),
            Map.entry("POST /api/deals/bulk/preview", "BulkDealsTest"),
            Map.entry("POST /api/customers/bulk", "BulkPeopleTest: each person is answered for themselves"),
            Map.entry("POST /api/customers/bulk/preview", "BulkPeopleTest"),
            Map.entry("POST /api/lots/bulk", "BulkStepsTest"),
            Map.entry("POST /api/lots/bulk/preview", "BulkStepsTest"),
            Map.entry("POST /api/products/bulk", "BulkStepsTest"),
            Map.entry("POST /api/products/bulk/preview", "BulkStepsTest"),
            Map.entry("POST /api/expenses/bulk", "BulkStepsTest"),
            Map.entry("POST /api/expenses/bulk/preview", "BulkStepsTest"),
            Map.entry("POST /api/mileage/bulk", "BulkStepsTest"),
            Map.entry("POST /api/mileage/bulk/preview", "BulkStepsTest"),
            Map.entry("POST /api/sales/bulk", "BulkStepsTest"),
            Map.entry("POST /api/sales/bulk/preview", "BulkStepsTest"),
            Map.entry("POST /api/payouts/bulk", "BulkStepsTest"),
            Map.entry("POST /api/payouts/bulk/preview", "BulkStepsTest"),
            Map.entry("POST /api/undo", "UndoTest: each fact is answered for itself"),
            Map.entry("POST /api/undo/preview", "UndoTest"),
            Map.entry("POST /api/offers/open", "OfferLinkTest: whose an offer is, its link alone says"),
            Map.entry("POST /api/offers/accept", "OfferLinkTest"),
            Map.entry("POST /api/offers/decline", "OfferLinkTest"),
            Map.entry("POST /api/private-data/open", "RightsTest: whose data it is, its link alone says"),
            Map.entry("POST /api/private-data/download", "RightsTest"),
            Map.entry("POST /api/private-data/file", "RightsTest"),
            Map.entry("POST /api/private-data/correct", "RightsTest"),
            Map.entry("POST /api/erasure-certificates/open", "ErasureTest: which business, its link alone says"),
            Map.entry("POST /api/erasure-certificates/paper", "ErasureTest"),
            Map.entry("POST /api/offers/photos", "PhotosTest"),
            Map.entry("POST /api/offers/photo", "PhotosTest"),
            Map.entry("GET /api/audit/bundle", "AuditTest: a zip file, in which only the caller's own is"),
            Map.entry("GET /api/audit/inclusion", "AuditTest: another's position is as good as none"),
            Map.entry("GET /api/audit/consistency", "AuditTest: the caller's own trees, by their sizes"),
            Map.entry("GET /api/audit/change", "AuditTest: another's position is as good as none"),
            Map.entry("GET /api/audit/seal", "AuditTest: hashes of the caller's own log"),
            Map.entry("GET /api/audit/checkpoint", "AuditTest: the same"),
            Map.entry("GET /api/audit/checkpoints", "AuditTest: the same"),
            Map.entry("POST /api/files", "an upload: below"),
            Map.entry("GET /api/live", "LiveTest: it never ends"));

    /** Endpoints whose body names nothing that could be another's. */
    private static final Set<String> NAMES_NOTHING = Set.of(
            "POST /api/customers",
            "POST /api/products",
            "POST /api/buyers",
            "POST /api/price-sheets/preview",
            "POST /api/open-quotes/what-if",
            "POST /api/filed-reports",
            "POST /api/view-checks",
            "POST /api/pricing-rules",
            "POST /api/card-plan",
            "POST /api/lists/columns",
            "POST /api/lists/filters",
            "POST /api/lists/shared-filters",
            "POST /api/conversations",
            "POST /api/text-templates",
            "POST /api/deal-rules",
            "POST /api/invitations",
            "POST /api/support",
            "POST /api/exports",
            "POST /api/privacy-requests/own",
            "POST /api/delivery-schedules",
            "POST /api/api-keys");

    /** Lists and reports that hold nothing of any business. */
    private static final Set<String> NO_TENANT_DATA = Set.of(
            "GET /api/policy",
            "GET /api/policy/promises",
            "GET /api/products/categories",
            "GET /api/pricing-rules",
            "GET /api/deal-rules",
            "GET /api/card-plan",
            "GET /api/lists",
            "GET /api/tasks/due",
            "GET /api/tasks/due.csv",
            "GET /api/customers/duplicates",
            "GET /api/customers/like",
            "GET /api/samples/ledger.csv",
            "GET /api/mileage/rates",
            "GET /api/archives",
            "GET /api/filed-reports",
            "GET /api/view-checks",
            "GET /api/twilio-connection",
            "GET /api/billing/stripe",
            "GET /api/subscription",
            "GET /api/subscription/invoices",
            "GET /api/subscription/invoices.csv",
            "GET /api/subscription/history",
            "GET /api/simulated-phones",
            "GET /api/reports",
            "GET /api/authenticator",
            "GET /api/passkeys",
            "GET /api/google",
            "GET /api/sign-in/google",
            "GET /api/feature-use",
            "GET /api/operator-acts",
            "GET /api/legal-holds",
            "GET /api/privacy-requests/own",
            "GET /api/signing-keys",
            "GET /api/audit/verifier",
            "GET /api/mailbox");

    @Test
    void P5_P6_no_endpoint_shows_or_changes_anything_of_another_business() {
        RunningService service = RunningService.shared();
        checkEveryEndpoint(service);
    }

    @Test
    void P5_P6_the_database_alone_holds_with_the_applications_own_filter_off() {
        try (RunningService service = RunningService.start(WithoutPredicate.class)) {
            assertThat(service.bean(TenantPredicate.class).sql("")).isEqualTo("true");
            checkEveryEndpoint(service);
        }
    }

    @Test
    void P5_P6_the_application_alone_holds_with_row_level_security_off() throws SQLException {
        try (RunningService service = RunningService.start()) {
            assertThat(switchOffRowLevelSecurity(service)).isGreaterThan(5);
            checkEveryEndpoint(service);
        }
    }

    private static void checkEveryEndpoint(RunningService service) {
        Books victim = Books.open(service);
        Browser stranger = service.browser().signUp("Stranger");
        int called = 0;
        List<String> shown = new ArrayList<>();
        // To describe itself takes each service some seconds, and all are of the same code.
        JsonNode paths = RunningService.shared()
                .browser()
                .get("/v3/api-docs")
                .expect(200)
                .json()
                .get("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String endpoint = operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                if (ELSEWHERE.containsKey(endpoint) || !path.getKey().startsWith("/api/")) {
                    continue;
                }
                called++;
                if (path.getKey().startsWith("/api/operator/")) {
                    ofOperatorsAlone(endpoint, stranger);
                    continue;
                }
                if (path.getKey().contains("{report}")) {
                    for (JsonNode report :
                            stranger.get("/api/reports").expect(200).json()) {
                        String name = report.get("name").asString();
                        listShowsNothingOf(victim, endpoint.replace("{report}", name), stranger, shown);
                    }
                } else if (path.getKey().contains("{")) {
                    foreignIdIsAsGoodAsNone(endpoint, victim, stranger);
                } else if (endpoint.startsWith("GET")) {
                    listShowsNothingOf(victim, endpoint, stranger, shown);
                } else {
                    foreignIdInBodyIsAsGoodAsNone(endpoint, victim, stranger);
                }
            }
        }
        assertThat(called).as("endpoints called").isGreaterThan(25);
        assertThat(shown)
                .as("lists that do show the owner something, so that the stranger's blank means something")
                .hasSizeGreaterThan(8);
        uploadedFilesAreTheUploadersOwn(victim, stranger);
        aFileIsNeverAboutSomebodyElsesPerson(victim, stranger);
    }

    /** What runs the service is for nobody of a business; what operators get of businesses, AccessMatrixTest says. */
    private static void ofOperatorsAlone(String endpoint, Browser stranger) {
        String path = endpoint.substring(endpoint.indexOf(' ') + 1).replace("{id}", RANDOM_ID);
        Answer answer = endpoint.startsWith("GET") ? stranger.get(path) : stranger.post(path, Map.of());
        assertThat(answer.expect(403).code()).as(endpoint).isEqualTo("accounts.not-allowed");
    }

    private static void foreignIdIsAsGoodAsNone(String endpoint, Books victim, Browser stranger) {
        Kind kind = KINDS.stream()
                .filter(each -> endpoint.substring(endpoint.indexOf(' ') + 1).startsWith(each.path()))
                .findFirst()
                .orElseGet(() -> fail("The isolation matrix doesn't know whose id stands in " + endpoint));
        String id = kind.id().apply(victim);
        Answer before = victim.owner().get(kind.path() + id).expect(200);
        Answer foreign = call(endpoint, id, stranger, victim.customer());
        Answer random = call(endpoint, RANDOM_ID, stranger, RANDOM_ID);
        assertThat(foreign.status()).as(endpoint).isEqualTo(404);
        assertThat(foreign.body().replace(id, RANDOM_ID)).as(endpoint).isEqualTo(random.body());
        assertThat(victim.owner().get(kind.path() + id).expect(200).body())
                .as("after " + endpoint)
                .isEqualTo(before.body());
    }

    private static String filed(Books victim) {
        return victim.owner()
                .post("/api/filed-reports", Map.of("report", "profit-by-month"))
                .expect(201)
                .id();
    }

    /** One that has ended, so that it stays as it is. */
    private static String checked(Books victim) {
        String id =
                victim.owner().post("/api/view-checks", Map.of()).expect(201).id();
        Eventually.of(
                () -> victim.owner().get("/api/view-checks/" + id).expect(200).body(),
                check -> check.contains("endedAt"));
        return id;
    }

    private static void listShowsNothingOf(Books victim, String endpoint, Browser stranger, List<String> shown) {
        String path = endpoint.substring(4)
                + (endpoint.endsWith("/search") ? "?q=" + Books.NAME.split(" ")[0] : "");
        Answer answer = stranger.get(path).expect(200);
        for (String secret : secrets(victim)) {
            assertThat(answer.body()).as(endpoint).doesNotContain(secret);
        }
        String own = victim.owner().get(path).expect(200).body();
        if (secrets(victim).stream().anyMatch(own::contains)) {
            shown.add(endpoint);
        } else {
            assertThat(answer.body().equals(own) ? NO_TENANT_DATA : Set.of(endpoint))
                    .as(endpoint + " shows its owner nothing either")
                    .contains(endpoint);
        }
    }

    private static void foreignIdInBodyIsAsGoodAsNone(String endpoint, Books victim, Browser stranger) {
        Answer foreign = call(endpoint, "", stranger, victim.customer());
        Answer random = call(endpoint, "", stranger, RANDOM_ID);
        if (NAMES_NOTHING.contains(endpoint)) {
            // Names nothing of anybody: it makes the stranger's own, unless an earlier endpoint did.
            assertThat(foreign.status()).as(endpoint).isIn(200, 201, 409);
            assertThat(foreign.body()).as(endpoint).doesNotContain(victim.product());
            return;
        }
        assertThat(foreign.status()).as(endpoint).isEqualTo(404);
        assertThat(foreign.body()).as(endpoint).isEqualTo(random.body());
    }

    private static void uploadedFilesAreTheUploadersOwn(Books victim, Browser stranger) {
        String own = Books.importLedger(stranger, Books.LEDGER.replace("Slartibart Fjordland", "Prosser Bulldozer"));
        assertThat(victim.owner().get("/api/imports/" + own).status()).isEqualTo(404);
        assertThat(victim.owner()
                        .get("/api/customers?search=Prosser")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(stranger.get("/api/customers?search=Prosser")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    private static void aFileIsNeverAboutSomebodyElsesPerson(Books victim, Browser stranger) {
        for (String customer : List.of(victim.customer(), RANDOM_ID)) {
            Answer answer = stranger.upload(
                    "/api/files?customerId=" + customer,
                    "a.pdf",
                    FilesTest.PDF,
                    UUID.randomUUID().toString());
            assertThat(answer.expect(404).code()).isEqualTo("request.not-found");
        }
    }

    private static Answer call(String endpoint, String id, Browser browser, String customer) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                .replace("{id}", id)
                .replace("{payoutId}", RANDOM_ID);
        if (method.equals("GET")) {
            return browser.get(path.endsWith("/price") ? path + "?expiry=2027-09" : path);
        }
        return endpoint.contains("{")
                ? browser.change(method, path, body(endpoint, customer), "\"0\"")
                : browser.post(path, body(endpoint, customer));
    }

    private static List<String> secrets(Books victim) {
        List<String> secrets = new ArrayList<>(Books.PERSONAL);
        secrets.addAll(victim.ids());
        secrets.add(victim.owner().email());
        return secrets;
    }

    private static int switchOffRowLevelSecurity(RunningService service) throws SQLException {
        try (Connection connection = service.bean(EmbeddedDatabase.class).superuser("medflip");
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("SELECT oid::regclass FROM pg_class WHERE relrowsecurity")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                statement.execute("ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY");
            }
            return tables.size();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithoutPredicate {
        @Bean
        @Primary
        TenantPredicate everything() {
            return qualifier -> "true";
        }
    }
}
