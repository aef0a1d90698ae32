package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import medflip.launcher.StripeSimulator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What comes of visits to Stripe's checkout, and of the invoices after it: discounts, taxes, notices, and troubles. */
class CheckoutsTest {

    private static final RunningService SERVICE = RunningService.shared();
    private static final String SOLO = "medflip_solo_monthly";
    private static final String TEAM = "medflip_team_monthly";

    private final Paying paying = new Paying(SERVICE);
    private final StripeSimulator stripe = paying.stripe();

    @Test
    void discount_and_tax_are_shown_to_the_cent_and_a_coupon_that_is_used_up_lowers_nothing_more() {
        Browser owner = SERVICE.browser().signUp("Taxed");
        Paying.visit(Paying.checkout(owner, SOLO) + "/pay/GOOD", "code=WELCOME20&state=NY");
        Paying.await(owner, state -> Paying.status(state).equals("TRIALING"));
        assertThat(nextInvoice(owner))
                .as("29.00 less 5.80, and 8.875 %% of that")
                .isEqualTo(25_26);
        for (int paid = 0; paid < 3; paid++) {
            stripe.happen("end-period", paying.subscriptionOf(owner));
        }
        JsonNode invoices = Eventually.of(
                () -> owner.get("/api/subscription/invoices").expect(200).json(), list -> list.size() == 4);
        assertThat(invoices.valueStream().map(each -> each.at("/total/minor").asLong()))
                .as("the newest first")
                .containsExactly(31_57L, 25_26L, 25_26L, 0L);
        assertThat(invoices.valueStream().map(each -> each.at("/discount/minor").asLong(0)))
                .containsExactly(0L, 5_80L, 5_80L, 0L);
        assertThat(invoices.valueStream().map(each -> each.at("/tax/minor").asLong(0)))
                .containsExactly(2_57L, 2_06L, 2_06L, 0L);
        assertThat(owner.get("/api/subscription/invoices.csv").expect(200).body())
                .contains("5.80,2.06,25.26,25.26")
                .contains(",2.57,31.57,31.57");
        assertThat(nextInvoice(owner)).isEqualTo(31_57);
        assertThat(owner.get("/api/billing/change-preview?plan=" + TEAM)
                        .expect(200)
                        .json()
                        .at("/dueNow/minor")
                        .asLong())
                .as("taxed as well")
                .isBetween(31_57L, 32_66L);
    }

    private static long nextInvoice(Browser owner) {
        return owner.get("/api/billing/stripe")
                .expect(200)
                .json()
                .at("/nextInvoice/amount/minor")
                .asLong();
    }

    @Test
    void a_code_that_is_over_is_refused_at_the_checkout_and_another_one_is_taken_there() {
        Browser owner = SERVICE.browser().signUp("Late Codes");
        String checkout = Paying.checkout(owner, SOLO);
        assertThat(Paying.visit(checkout + "/pay/GOOD", "code=SPRING")).isEqualTo(200);
        assertThat(paying.subscriptionsOf(owner)).isEmpty();
        Paying.visit(checkout + "/pay/GOOD", "code=five");
        Paying.await(owner, state -> Paying.status(state).equals("TRIALING"));
        stripe.happen("end-period", paying.subscriptionOf(owner));
        JsonNode invoice = Eventually.of(
                        () -> owner.get("/api/subscription/invoices")
                                .expect(200)
                                .json(),
                        list -> list.size() == 2)
                .get(0);
        assertThat(invoice.at("/total/minor").asLong()).isEqualTo(24_00);
        assertThat(invoice.has("tax")).as("none is due there").isFalse();
    }

    @Test
    void an_invoice_that_can_t_be_finished_is_told_to_owners_and_marked_for_operators_until_a_later_one_is() {
        Browser owner = paying.subscribed("Stuck", SOLO, "GOOD");
        Paying.await(owner, state -> Paying.status(state).equals("TRIALING"));
        assertThat(paying.overview("Stuck").get("stuck").asBoolean()).isFalse();
        stripe.happen("stick", paying.subscriptionOf(owner));
        paying.awaitMail(owner.email(), "Your invoice can't be finished");
        Eventually.of(
                () -> paying.overview("Stuck"),
                overview -> overview.get("stuck").asBoolean());
        stripe.happen("end-period", paying.subscriptionOf(owner));
        Eventually.of(
                () -> paying.overview("Stuck"),
                overview -> !overview.get("stuck").asBoolean());
    }

    @Test
    void P4_2_that_it_renews_is_told_once_however_often_stripe_says_so() {
        Browser owner = paying.subscribed("Renews", SOLO, "GOOD");
        Paying.await(owner, state -> Paying.status(state).equals("TRIALING"));
        stripe.happen("end-period", paying.subscriptionOf(owner));
        Paying.await(owner, state -> Paying.status(state).equals("ACTIVE"));
        for (int told = 0; told < 3; told++) {
            stripe.happen("renewal-warning", paying.subscriptionOf(owner));
        }
        paying.awaitMail(owner.email(), "Your subscription renews on");
        Instant renewsAt = Instant.parse(
                Paying.subscription(owner).at("/current/periodEndsAt").asString());
        assertThat(Duration.between(Instant.now(), renewsAt)).isBetween(Duration.ofDays(6), Duration.ofDays(7));
        // What Stripe tells last, it has told all else before.
        stripe.happen("refund", paying.all(owner, "charge").getFirst().get("id").asString());
        paying.awaitMail(owner.email(), "You get money back");
        JdbcClient database = JdbcClient.create(SERVICE.bean("serviceDataSource", DataSource.class));
        Eventually.of(
                () -> database.sql("SELECT count(*) FROM write.inbox WHERE provider = 'stripe' AND state = 'PENDING'")
                        .query(Long.class)
                        .single(),
                waiting -> waiting == 0);
        assertThat(owner.get("/api/subscription/history").expect(200).json().valueStream())
                .filteredOn(entry -> entry.get("event").asString().equals("billing.RenewalAnnounced"))
                .hasSize(1)
                .first()
                .satisfies(
                        entry -> assertThat(entry.at("/amount/minor").asLong()).isEqualTo(29_00));
        assertThat(paying.mails(owner.email(), "Your subscription renews on")).isEqualTo(1);
    }

    @Test
    void of_several_visits_the_last_alone_can_be_finished_and_nobody_is_reminded_of_the_others() {
        Browser owner = SERVICE.browser().signUp("Wavers");
        String first = Paying.checkout(owner, SOLO);
        String second = Paying.checkout(owner, TEAM);
        Eventually.of(() -> checkouts(owner), List.of("open", "expired")::equals);
        Paying.visit(first + "/pay/GOOD");
        assertThat(paying.subscriptionsOf(owner)).as("that page is over").isEmpty();
        awaitCheckoutEnded(owner);
        Paying.visit(second + "/pay/GOOD");
        JsonNode state = Paying.await(owner, each -> Paying.status(each).equals("TRIALING"));
        assertThat(state.at("/current/plan").asString()).isEqualTo(TEAM);
        paying.awaitMail(owner.email(), "Your subscription has begun");
        assertThat(paying.mails(owner.email(), "You haven't chosen a plan yet")).isZero();
    }

    @Test
    void of_two_visits_at_once_one_can_be_finished() throws Exception {
        Browser owner = SERVICE.browser().signUp("Hurries");
        Callable<String> visit = () -> Paying.checkout(owner, SOLO);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<String> begun : threads.invokeAll(List.of(visit, visit))) {
                assertThat(begun.get()).contains("/pages/checkout/");
            }
        }
        Eventually.of(() -> checkouts(owner).stream().sorted().toList(), List.of("expired", "open")::equals);
        for (JsonNode checkout : paying.all(owner, "checkout.session")) {
            stripe.happen("pay", checkout.get("id").asString());
        }
        assertThat(paying.subscriptionsOf(owner)).hasSize(1);
        Paying.await(owner, each -> Paying.status(each).equals("TRIALING"));
    }

    @Test
    void of_two_that_were_both_finished_one_is_taken_back_and_owners_and_operators_hear_of_it() {
        Browser owner = SERVICE.browser().signUp("Subscribes Twice");
        stripe.failAt("/expire");
        try {
            String first = Paying.checkout(owner, SOLO);
            String second = Paying.checkout(owner, TEAM);
            Paying.visit(first + "/pay/GOOD");
            Paying.visit(second + "/pay/GOOD");
        } finally {
            stripe.failAt("");
        }
        paying.awaitMail(owner.email(), "You subscribed twice");
        Eventually.of(
                () -> paying.subscriptionsOf(owner).stream()
                        .map(each -> each.get("status").asString())
                        .sorted()
                        .toList(),
                List.of("canceled", "trialing")::equals);
        Eventually.of(() -> paying.overview("Subscribes Twice"), overview -> overview.hasNonNull("doubledAt"));
        assertThat(Paying.status(Paying.subscription(owner))).isEqualTo("TRIALING");
    }

    @Test
    void nobody_owes_what_was_billed_for_one_too_many_before_it_was_taken_back() {
        Browser owner = SERVICE.browser().signUp("Owes Twice");
        stripe.failAt("/expire");
        try {
            String first = Paying.checkout(owner, SOLO);
            String second = Paying.checkout(owner, TEAM);
            Paying.visit(first + "/pay/GOOD");
            awaitCheckoutEnded(owner);
            // It is noticed late that the second was finished.
            stripe.failAt(second.substring(second.lastIndexOf('/')));
            Paying.visit(second + "/pay/FAILS_LATER");
            stripe.happen("end-period", paying.subscriptionOf(owner));
            assertThat(invoices(owner)).contains("open");
        } finally {
            stripe.failAt("");
        }
        paying.awaitMail(owner.email(), "You subscribed twice");
        Eventually.of(() -> invoices(owner), states -> states.contains("void") && !states.contains("open"));
        Eventually.of(
                () -> owner.get("/api/subscription/invoices").expect(200).json(),
                list -> list.valueStream()
                        .anyMatch(each -> each.get("status").asString().equals("VOID")));
    }

    private List<String> invoices(Browser owner) {
        return statuses(owner, "invoice");
    }

    private List<String> checkouts(Browser owner) {
        return statuses(owner, "checkout.session");
    }

    private List<String> statuses(Browser owner, String kind) {
        return paying.all(owner, kind).stream()
                .map(each -> each.get("status").asString())
                .toList();
    }

    private static void awaitCheckoutEnded(Browser owner) {
        Eventually.of(
                () -> owner.get("/api/subscription/history").expect(200).json(),
                history -> history.valueStream()
                        .anyMatch(entry -> entry.get("event").asString().equals("billing.CheckoutEnded")));
    }
}
