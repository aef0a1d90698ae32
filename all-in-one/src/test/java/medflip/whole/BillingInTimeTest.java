package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import medflip.launcher.ResendSimulator.SimulatedMail;
import medflip.launcher.StripeSimulator;
import medflip.platform.outbox.AdjustableClock;
import medflip.platform.retention.WorkedSweep;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** What days that pass change for businesses that pay, don't pay, or never subscribed. */
class BillingInTimeTest {

    /** Time that passes when the test says so. */
    @Configuration(proxyBeanMethods = false)
    static class MovedClock {

        static final AdjustableClock CLOCK = new AdjustableClock();

        @Bean
        @Primary
        Clock movedClock() {
            CLOCK.pass(Duration.between(CLOCK.instant(), Clock.systemUTC().instant()));
            return CLOCK;
        }
    }

    private static final String MONTHLY = "medflip_solo_monthly";

    @Test
    void what_isn_t_paid_goes_on_for_two_weeks_then_can_be_read_and_taken_away_until_it_is_paid() {
        try (RunningService service = RunningService.start(
                List.of(
                        "--medflip.billing.trial-days=30",
                        "--medflip.billing.look-at-trials-every=1s",
                        "--medflip.billing.reconcile=FIXED_DELAY|1s"),
                MovedClock.class)) {
            Paying paying = new Paying(service);
            Browser tries = service.browser().signUp("Only Tries");
            Browser owes = paying.subscribed("Owes", MONTHLY, "FAILS_LATER");
            Browser lost = paying.subscribed("Lost Webhooks", MONTHLY, "GOOD");
            Paying.await(owes, state -> Paying.status(state).equals("TRIALING"));
            Paying.await(lost, state -> Paying.status(state).equals("TRIALING"));

            // What never came is made good by the look that is taken every night, and here every second.
            paying.stripe().post(StripeSimulator.Post.LOST);
            paying.stripe().happen("end-period", paying.subscriptionOf(lost));
            Paying.await(lost, state -> Paying.status(state).equals("ACTIVE"));
            paying.stripe().post(StripeSimulator.Post.IN_ORDER);

            Instant end = Instant.parse(Paying.await(tries, state -> state.hasNonNull("trialEndsAt"))
                    .get("trialEndsAt")
                    .asString());
            pass(Duration.between(MovedClock.CLOCK.instant(), end).minus(Duration.ofDays(2)));
            paying.awaitMail(tries.email(), "Your trial ends on");
            // Its month began with the test and is over in some days: Stripe says nothing, and the look sees it.
            paying.awaitMail(lost.email(), "Your subscription renews on");
            assertThat(new Postbox(service).of(owes.email()))
                    .as("the end of a trial is told as such")
                    .extracting(SimulatedMail::subject)
                    .noneMatch(subject -> subject.startsWith("Your subscription renews on"));
            pass(Duration.ofDays(3));

            Browser again = signIn(service, tries);
            assertThat(Paying.access(Paying.subscription(again))).isEqualTo("READ_ONLY");
            refuses(again);
            again.get("/api/customers").expect(200);
            again.get("/api/customers.csv").expect(200);
            again.post("/api/exports", Map.of()).expect(201);
            assertThat(again.get("/api/privacy-requests").status()).isEqualTo(200);
            subscribesTwiceAndPaysOnce(paying, again, tries.email());
            takes(again);

            paying.stripe().happen("end-period", paying.subscriptionOf(owes));
            Browser owner = signIn(service, owes);
            JsonNode owed = Paying.await(owner, state -> Paying.status(state).equals("PAST_DUE"));
            assertThat(Paying.access(owed)).isEqualTo("GRACE");
            assertThat(owed.hasNonNull("readOnlyFrom")).isTrue();
            takes(owner);
            paying.awaitMail(owes.email(), "Your payment didn't go through");
            pass(Duration.ofDays(14).plusMinutes(1));
            owner = signIn(service, owes);
            JsonNode late = Paying.await(owner, state -> Paying.access(state).equals("READ_ONLY"));
            assertThat(Paying.status(late)).isEqualTo("PAST_DUE");
            refuses(owner);
            String portal = owner.post("/api/billing/portal", Map.of())
                    .expect(201)
                    .json()
                    .get("url")
                    .asString();
            Paying.visit(portal + "/card/GOOD");
            Paying.await(owner, state -> Paying.status(state).equals("ACTIVE"));
            takes(owner);
            nothingGoesEarly(service);
        }
    }

    /** Two visits to the payment page are both paid, before the first of them could be stopped. */
    private static void subscribesTwiceAndPaysOnce(Paying paying, Browser owner, String address) {
        paying.stripe().failAt("/expire");
        String first = Paying.checkout(owner, MONTHLY);
        String second = Paying.checkout(owner, "medflip_team_yearly");
        Paying.visit(first + "/pay/GOOD");
        Paying.visit(second + "/pay/GOOD");
        paying.stripe().failAt("");
        Paying.await(owner, state -> Paying.status(state).equals("ACTIVE"));
        paying.awaitMail(address, "You subscribed twice");
        paying.awaitMail(address, "You get money back");
        assertThat(paying.subscriptionsOf(owner))
                .extracting(each -> each.get("status").asString())
                .containsExactlyInAnyOrder("active", "canceled");
        List<JsonNode> charges = paying.all(owner, "charge");
        assertThat(charges).hasSize(2);
        String ended = paying.subscriptionsOf(owner).stream()
                .filter(each -> each.get("status").asString().equals("canceled"))
                .findFirst()
                .orElseThrow()
                .get("latest_invoice")
                .asString();
        assertThat(charges)
                .allSatisfy(charge -> assertThat(charge.get("amount_refunded").asLong())
                        .isEqualTo(
                                charge.get("invoice").asString().equals(ended)
                                        ? charge.get("amount").asLong()
                                        : 0));
        assertThat(paying.mails(address, "You subscribed twice")).isEqualTo(1);
        assertThat(paying.mails(address, "Your subscription has ended"))
                .as("what goes on hasn't")
                .isZero();
    }

    /** By a clock that is a hundred days ahead much is past its limit: as long as nobody else says so, nothing goes. */
    private static void nothingGoesEarly(RunningService service) {
        pass(Duration.ofDays(100));
        WorkedSweep sweep = new WorkedSweep(service.context());
        Map<String, Long> before = sweep.late(MovedClock.CLOCK.instant());
        assertThat(before.values().stream().filter(late -> late > 0)).hasSizeGreaterThan(3);
        sweep.sweep();
        Map<String, Long> after = sweep.late(MovedClock.CLOCK.instant());
        before.forEach((rule, late) -> assertThat(after.get(rule)).as(rule).isGreaterThanOrEqualTo(late));
    }

    private static void pass(Duration time) {
        MovedClock.CLOCK.pass(time);
    }

    private static Browser signIn(RunningService service, Browser owner) {
        Browser again = service.browser();
        again.signIn(owner.email(), Browser.PASSWORD).expect(204);
        return again;
    }

    private static void refuses(Browser owner) {
        Eventually.of(
                () -> owner.post("/api/customers", Map.of("name", "Nobody New")).code(),
                "request.subscription-needed"::equals);
    }

    private static void takes(Browser owner) {
        Eventually.of(
                () -> owner.post("/api/customers", Map.of("name", "Somebody New"))
                        .status(),
                status -> status == 201);
    }
}
