package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.launcher.StripeSimulator;
import medflip.launcher.StripeSimulator.Fault;
import medflip.launcher.StripeSimulator.Post;
import medflip.whole.BillingInTimeTest.MovedClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Businesses subscribe, change, cancel and pay while every second call to Stripe goes wrong, webhooks come twice, in
 * any order or not at all, and Stripe is down for two hours. In the end each may do what it pays for, and has one
 * customer and one subscription at Stripe.
 */
@Tag("soak")
class StripeFaultsTest {

    private static final int BUSINESSES = 40;
    private static final int STEPS = 8;
    private static final List<String> PLANS = List.of("medflip_solo_monthly", "medflip_team_monthly");

    @Test
    void whatever_stripe_does_each_business_may_do_in_the_end_what_it_pays_for() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (RunningService service = RunningService.start(
                List.of("--medflip.billing.trial-days=1", "--medflip.billing.reconcile=FIXED_DELAY|1s"),
                MovedClock.class)) {
            Paying paying = new Paying(service);
            StripeSimulator stripe = paying.stripe();
            List<Browser> owners = new ArrayList<>();
            for (int i = 0; i < BUSINESSES; i++) {
                owners.add(service.browser().signUp("Faulty " + i));
            }
            for (Browser owner : owners) {
                stripe.post(Post.values()[random.nextInt(3)]);
                stripe.failNext(faults(random));
                subscribe(owner, paying, random);
            }
            stripe.goDown();
            owners.forEach(owner -> assertThat(step(owner, "cancel")).isGreaterThanOrEqualTo(400));
            MovedClock.CLOCK.pass(Duration.ofHours(2));
            stripe.comeBack();
            for (int i = 0; i < STEPS; i++) {
                for (Browser each : owners) {
                    Browser owner = service.browser();
                    owner.signIn(each.email(), Browser.PASSWORD).expect(204);
                    stripe.post(Post.values()[random.nextInt(3)]);
                    stripe.failNext(faults(random));
                    switch (random.nextInt(4)) {
                        case 0 -> step(owner, "cancel");
                        case 1 -> step(owner, "resume");
                        case 2 -> stripe.happen("end-period", paying.subscriptionOf(owner));
                        default ->
                            owner.post("/api/billing/change", Map.of("plan", PLANS.get(random.nextInt(PLANS.size()))));
                    }
                }
            }
            stripe.post(Post.IN_ORDER);
            MovedClock.CLOCK.pass(Duration.ofDays(2));
            for (Browser each : owners) {
                Browser owner = service.browser();
                owner.signIn(each.email(), Browser.PASSWORD).expect(204);
                // By what Stripe itself says of the one that there is.
                JsonNode seen = Eventually.of(
                        () -> Paying.subscription(owner),
                        view -> Paying.status(view).equals(status(stripe, paying.subscriptionOf(owner))));
                boolean pays = List.of("ACTIVE", "TRIALING").contains(Paying.status(seen));
                assertThat(Paying.access(seen))
                        .as("seed %d", seed)
                        .isIn(pays ? List.of("FULL") : List.of("READ_ONLY", "GRACE"));
                assertThat(owner.post("/api/customers", Map.of("name", "Somebody"))
                                .code())
                        .as("seed %d", seed)
                        .isEqualTo(Paying.access(seen).equals("READ_ONLY") ? "request.subscription-needed" : "");
            }
            assertThat(stripe.count("customer")).as("seed %d", seed).isEqualTo(BUSINESSES);
            assertThat(stripe.count("subscription")).as("seed %d", seed).isEqualTo(BUSINESSES);
        }
    }

    /** Until there is one: a page of Stripe's is visited once. */
    private static void subscribe(Browser owner, Paying paying, Random random) {
        String key = UUID.randomUUID().toString();
        String url = Eventually.of(
                        () -> owner.post("/api/billing/checkout", Map.of("plan", PLANS.get(0)), key),
                        answer -> answer.status() == 201)
                .json()
                .get("url")
                .asString();
        Paying.visit(url + "/pay/" + (random.nextBoolean() ? "GOOD" : "FAILS_LATER"));
        assertThat(paying.subscriptionOf(owner)).isNotEmpty();
    }

    private static int step(Browser owner, String what) {
        return owner.post("/api/billing/" + what, Map.of()).status();
    }

    private static Fault[] faults(Random random) {
        return Stream.generate(() -> switch (random.nextInt(6)) {
                    case 0 -> Fault.ANSWER_LOST;
                    case 1 -> Fault.FAILED;
                    case 2 -> Fault.RATE_LIMITED;
                    default -> Fault.NONE;
                })
                .limit(4)
                .toArray(Fault[]::new);
    }

    private static String status(StripeSimulator stripe, String id) {
        return stripe.all("subscription").stream()
                .filter(each -> each.get("id").asString().equals(id))
                .map(each -> each.get("status").asString().toUpperCase(java.util.Locale.ROOT))
                .findFirst()
                .orElseThrow();
    }
}
