package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import medflip.launcher.StripeSimulator;
import medflip.launcher.StripeSimulator.Fault;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a business pays for the service, through Stripe's own SDK, pages and webhooks, and what it may do by it. */
class BillingTest {

    private static final RunningService SERVICE = RunningService.shared();

    private final Paying paying = new Paying(SERVICE);
    private final StripeSimulator stripe = paying.stripe();

    @Test
    void a_business_tries_all_first_then_subscribes_by_checkout_and_sees_its_plan_card_and_invoices() {
        Browser owner = SERVICE.browser().signUp("Plans");
        JsonNode trial = Paying.await(owner, state -> state.hasNonNull("trialEndsAt"));
        assertThat(Paying.access(trial)).isEqualTo("FULL");
        assertThat(trial.get("onTrial").asBoolean()).isTrue();
        JsonNode view = owner.get("/api/billing/stripe").expect(200).json();
        assertThat(view.get("simulated").asBoolean()).isTrue();
        assertThat(view.get("plans")).hasSize(4);
        paying.subscribe(owner, "medflip_solo_monthly", "GOOD");
        JsonNode state = Paying.await(owner, each -> Paying.status(each).equals("TRIALING"));
        assertThat(state.at("/current/plan").asString()).isEqualTo("medflip_solo_monthly");
        assertThat(state.at("/current/price/minor").asLong()).isEqualTo(2900);
        paying.awaitMail(owner.email(), "Your subscription has begun");
        JsonNode after = owner.get("/api/billing/stripe").expect(200).json();
        assertThat(after.at("/paysWith/lastDigits").asString()).isEqualTo("4242");
        assertThat(after.at("/nextInvoice/amount/minor").asLong()).isEqualTo(2900);
        stripe.happen("end-period", paying.subscriptionOf(owner));
        Paying.await(owner, each -> Paying.status(each).equals("ACTIVE"));
        JsonNode invoice = Eventually.of(
                        () -> owner.get("/api/subscription/invoices")
                                .expect(200)
                                .json(),
                        list -> list.size() == 2)
                .get(0);
        assertThat(invoice.get("status").asString()).isEqualTo("PAID");
        assertThat(owner.post(
                                "/api/billing/invoices/link",
                                Map.of("invoice", invoice.get("id").asString()))
                        .expect(201)
                        .json()
                        .get("url")
                        .asString())
                .contains("/pages/invoice/");
        assertThat(SERVICE.browser()
                        .signUp("Curious")
                        .post(
                                "/api/billing/invoices/link",
                                Map.of("invoice", invoice.get("id").asString()))
                        .code())
                .isEqualTo("billing.no-customer");
        assertThat(owner.post("/api/billing/checkout", Map.of("plan", "medflip_solo_monthly"))
                        .expect(409)
                        .code())
                .isEqualTo("billing.subscribed-already");
    }

    @Test
    void a_dearer_plan_begins_now_at_the_price_that_was_shown_and_a_cheaper_one_with_the_next_period() {
        Browser owner = paying.subscribed("Changes", "medflip_solo_monthly", "GOOD");
        Paying.await(owner, each -> Paying.status(each).equals("TRIALING"));
        stripe.happen("end-period", paying.subscriptionOf(owner));
        Paying.await(owner, each -> Paying.status(each).equals("ACTIVE"));
        JsonNode shown = owner.get("/api/billing/change-preview?plan=medflip_team_monthly")
                .expect(200)
                .json();
        assertThat(shown.at("/dueNow/minor").asLong()).isBetween(2900L, 3000L);
        owner.post("/api/billing/change", Map.of("plan", "medflip_team_monthly"))
                .expect(201);
        Paying.await(owner, each -> each.at("/current/plan").asString().equals("medflip_team_monthly"));
        assertThat(owner.post("/api/billing/change", Map.of("plan", "medflip_team_monthly"))
                        .expect(409)
                        .code())
                .isEqualTo("billing.plan-is-the-same");

        owner.post("/api/billing/change", Map.of("plan", "medflip_solo_monthly"))
                .expect(201);
        JsonNode waiting = Paying.await(
                owner, each -> each.at("/current/nextPlan").asString("").equals("medflip_solo_monthly"));
        assertThat(waiting.at("/current/plan").asString()).isEqualTo("medflip_team_monthly");
        owner.post("/api/billing/change/drop", Map.of()).expect(201);
        Paying.await(owner, each -> !each.at("/current").has("nextPlan"));
        owner.post("/api/billing/change", Map.of("plan", "medflip_solo_monthly"))
                .expect(201);
        stripe.happen("end-period", paying.subscriptionOf(owner));
        Paying.await(owner, each -> each.at("/current/plan").asString().equals("medflip_solo_monthly"));
    }

    @Test
    void P7_who_cancels_goes_on_until_the_period_ends_may_take_it_back_and_keeps_what_they_entered() {
        Browser owner = paying.subscribed("Cancels", "medflip_solo_monthly", "GOOD");
        Paying.await(owner, each -> Paying.status(each).equals("TRIALING"));
        owner.post("/api/billing/cancel", Map.of()).expect(201);
        Paying.await(owner, each -> each.at("/current").has("cancelsAt"));
        paying.awaitMail(owner.email(), "Your subscription ends on");
        owner.post("/api/billing/resume", Map.of()).expect(201);
        Paying.await(owner, each -> !each.at("/current").has("cancelsAt"));
        owner.post("/api/billing/cancel", Map.of()).expect(201);
        stripe.happen("end-period", paying.subscriptionOf(owner));
        JsonNode ended = Paying.await(owner, each -> Paying.status(each).equals("CANCELED"));
        assertThat(Paying.access(ended)).as("the trial isn't over").isEqualTo("FULL");
        paying.awaitMail(owner.email(), "Your subscription has ended");
        assertThat(JdbcClient.create(SERVICE.bean("serviceDataSource", DataSource.class))
                        .sql("SELECT count(*) FROM write.closed_account c JOIN write.subscription s USING (tenant_id)"
                                + " WHERE s.customer = ?")
                        .param(customer(owner))
                        .query(Integer.class)
                        .single())
                .as("who stops to pay hasn't left: nothing of theirs is erased")
                .isZero();
    }

    @Test
    void an_answer_that_is_lost_makes_no_second_customer_and_no_second_checkout() {
        Browser owner = SERVICE.browser().signUp("Faults");
        owner.get("/api/billing/stripe").expect(200);
        int customers = stripe.count("customer");
        int checkouts = stripe.count("checkout.session");
        UUID key = UUID.randomUUID();
        for (Fault fault : List.of(Fault.ANSWER_LOST, Fault.FAILED, Fault.RATE_LIMITED)) {
            // Also of the second call, which makes the checkout.
            stripe.failNext(fault);
            assertThat(checkout(owner, key)).isIn(201, 409);
            stripe.failNext(Fault.NONE, fault);
            assertThat(checkout(owner, key)).isIn(201, 409);
        }
        Eventually.of(() -> checkout(owner, key), status -> status == 201);
        Eventually.of(() -> checkout(owner, key), status -> status == 201);
        assertThat(stripe.count("customer")).isEqualTo(customers + 1);
        assertThat(stripe.count("checkout.session")).isEqualTo(checkouts + 1);
    }

    private static int checkout(Browser owner, UUID key) {
        return owner.post("/api/billing/checkout", Map.of("plan", "medflip_solo_monthly"), key.toString())
                .status();
    }

    @Test
    void P7_who_leaves_pays_no_further_period_and_who_comes_back_goes_on() {
        Browser owner = paying.subscribed("Leaves", "medflip_solo_monthly", "GOOD");
        Paying.await(owner, each -> Paying.status(each).equals("TRIALING"));
        owner.post("/api/account/close", Map.of("password", Browser.PASSWORD)).expect(204);
        Paying.await(owner, each -> each.at("/current").has("cancelsAt"));
        owner.post("/api/account/reopen", Map.of()).expect(204);
        Paying.await(owner, each -> !each.at("/current").has("cancelsAt"));
    }

    @Test
    void a_refund_and_a_dispute_are_seen_and_take_nothing_away() {
        Browser owner = paying.subscribed("Refunds", "medflip_solo_monthly", "GOOD");
        Paying.await(owner, each -> Paying.status(each).equals("TRIALING"));
        stripe.happen("end-period", paying.subscriptionOf(owner));
        Paying.await(owner, each -> Paying.status(each).equals("ACTIVE"));
        String customer = customer(owner);
        String charge = stripe.all("charge").stream()
                .filter(each -> each.get("customer").asString().equals(customer))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        stripe.happen("refund", charge);
        paying.awaitMail(owner.email(), "You get money back");
        stripe.happen("dispute", charge);
        paying.awaitMail(owner.email(), "A payment is disputed");
        JsonNode disputed = Paying.await(owner, each -> each.get("disputed").asBoolean());
        assertThat(Paying.access(disputed)).isEqualTo("FULL");
        JsonNode overview = paying.overview("Refunds");
        assertThat(overview.get("disputed").asBoolean()).isTrue();
        assertThat(overview.get("status").asString()).isEqualTo("ACTIVE");
    }

    private String customer(Browser owner) {
        return stripe.all("subscription").stream()
                .filter(each -> each.get("id").asString().equals(paying.subscriptionOf(owner)))
                .findFirst()
                .orElseThrow()
                .get("customer")
                .asString();
    }

    @Test
    void P4_2_a_webhook_counts_by_any_secret_that_is_in_use_for_five_minutes_and_of_tries_alone()
            throws IOException, InterruptedException {
        List<String> secrets = stripe.account().webhookSecrets();
        JdbcClient database = JdbcClient.create(SERVICE.bean("serviceDataSource", DataSource.class));
        URI address = SERVICE.browser().root().resolve("/webhooks/stripe");
        long now = Instant.now().getEpochSecond();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String secret : secrets) {
                assertThat(send(http, address, event(UUID.randomUUID(), false), now, secret))
                        .isEqualTo(200);
            }
            assertThat(kept(database)).isEqualTo(secrets.size());
            assertThat(send(http, address, event(UUID.randomUUID(), true), now, secrets.getFirst()))
                    .as("of real money, while only tries are taken: answered, and not kept")
                    .isEqualTo(200);
            String late = event(UUID.randomUUID(), false);
            assertThat(send(http, address, late, now - 330, secrets.getFirst())).isEqualTo(400);
            assertThat(send(http, address, late, now + 400, secrets.getFirst())).isEqualTo(400);
            assertThat(kept(database)).isEqualTo(secrets.size());
        }
    }

    private static String event(UUID id, boolean live) {
        return "{\"id\":\"evt_told" + id.toString().replace("-", "") + "\",\"type\":\"product.created\",\"livemode\":"
                + live + ",\"data\":{\"object\":{\"id\":\"prod_1\"}}}";
    }

    private static int send(HttpClient http, URI address, String payload, long at, String secret)
            throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .header(
                                        "Stripe-Signature",
                                        "t=" + at + ",v1=" + StripeSimulator.signature(payload, at, secret))
                                .POST(HttpRequest.BodyPublishers.ofString(payload))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static long kept(JdbcClient database) {
        return database.sql("SELECT count(*) FROM write.inbox WHERE provider = 'stripe' AND delivery_key LIKE"
                        + " 'evt_told%'")
                .query(Long.class)
                .single();
    }
}
