package medflip.billing.write;

import static medflip.billing.write.SubscriptionHistoriesTest.START;
import static medflip.billing.write.SubscriptionHistoriesTest.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.billing.events.SubscriptionEvent.CheckoutEnded;
import medflip.billing.events.SubscriptionEvent.CustomerGone;
import medflip.billing.events.SubscriptionEvent.CustomerOpened;
import medflip.billing.events.SubscriptionEvent.InvoiceSeen;
import medflip.billing.events.SubscriptionEvent.InvoiceStuck;
import medflip.billing.events.SubscriptionEvent.PaymentConfirmationAsked;
import medflip.billing.events.SubscriptionEvent.PaymentDisputed;
import medflip.billing.events.SubscriptionEvent.PaymentFailed;
import medflip.billing.events.SubscriptionEvent.PaymentMethodNeeded;
import medflip.billing.events.SubscriptionEvent.PaymentRefunded;
import medflip.billing.events.SubscriptionEvent.RenewalAnnounced;
import medflip.billing.events.SubscriptionEvent.SubscriptionSeen;
import medflip.billing.events.SubscriptionEvent.TrialEndAnnounced;
import medflip.billing.events.SubscriptionId;
import medflip.billing.write.SubscriptionCommand.OpenCustomer;
import medflip.billing.write.SubscriptionHistoriesTest.Business;
import medflip.billing.write.SubscriptionHistoriesTest.GoingOn;
import medflip.kernel.TenantId;
import medflip.platform.inbox.Delivery;
import medflip.platform.tenancy.Caller;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of webhook of which Stripe's documents say that it concerns a subscription: what is noted because of it,
 * by a business of which nothing but its customer is known, or that it is rightly kept and changes nothing.
 */
class StripeEventTableTest {

    private static final String INVOICE = "in_1";
    private static final String DRAFT = "in_draft";
    private static final String CHECKOUT = "cs_1";
    private static final String CHARGE = "ch_1";
    private static final String DISPUTE = "dp_1";
    private static final String OTHER = "other_1";

    private static Stream<Arguments> table() {
        return Stream.of(
                        told(CHECKOUT, "checkout.session.completed", SubscriptionSeen.class, CheckoutEnded.class),
                        told(
                                CHECKOUT,
                                "checkout.session.async_payment_succeeded checkout.session.async_payment_failed"
                                        + " checkout.session.expired",
                                SubscriptionSeen.class,
                                CheckoutEnded.class),
                        // Names, addresses and tax ids stay at Stripe; what is shown of a card is asked for then.
                        told(StripeWorld.CUSTOMER, "customer.created customer.updated"),
                        told(
                                StripeWorld.SUBSCRIPTION,
                                "customer.subscription.created customer.subscription.updated"
                                        + " customer.subscription.deleted customer.subscription.paused"
                                        + " customer.subscription.resumed"
                                        + " customer.subscription.pending_update_applied"
                                        + " customer.subscription.pending_update_expired",
                                SubscriptionSeen.class),
                        told(
                                INVOICE,
                                "invoice.created invoice.finalized invoice.updated invoice.sent invoice.paid"
                                        + " invoice.payment_succeeded invoice.payment_failed invoice.will_be_due"
                                        + " invoice.overdue invoice.overpaid invoice.voided"
                                        + " invoice.marked_uncollectible invoice.payment_attempt_required",
                                SubscriptionSeen.class,
                                InvoiceSeen.class,
                                PaymentFailed.class),
                        told(
                                INVOICE,
                                "invoice.payment_action_required",
                                SubscriptionSeen.class,
                                InvoiceSeen.class,
                                PaymentFailed.class,
                                PaymentConfirmationAsked.class),
                        told(
                                DRAFT,
                                "invoice.finalization_failed",
                                SubscriptionSeen.class,
                                InvoiceSeen.class,
                                InvoiceStuck.class),
                        // Somebody saw to it before we heard of it.
                        told(
                                INVOICE,
                                "invoice.finalization_failed",
                                SubscriptionSeen.class,
                                InvoiceSeen.class,
                                PaymentFailed.class),
                        told("in_gone", "invoice.deleted", InvoiceSeen.class),
                        told(OTHER, "invoice.upcoming", SubscriptionSeen.class, RenewalAnnounced.class),
                        // Stripe's own receipts and the list of invoices say it.
                        told(OTHER, "charge.succeeded charge.failed"),
                        told(CHARGE, "charge.updated charge.refunded", PaymentRefunded.class),
                        told(
                                OTHER,
                                "charge.refund.updated refund.created refund.updated refund.failed",
                                PaymentRefunded.class),
                        told(
                                DISPUTE,
                                "charge.dispute.created charge.dispute.updated charge.dispute.closed"
                                        + " charge.dispute.funds_withdrawn charge.dispute.funds_reinstated",
                                PaymentDisputed.class),
                        told(OTHER, "radar.early_fraud_warning.created", PaymentDisputed.class),
                        told(
                                OTHER,
                                "payment_method.detached customer.source.expiring setup_intent.setup_failed",
                                PaymentMethodNeeded.class),
                        told(
                                OTHER,
                                "payment_method.attached payment_method.updated payment_method.automatically_updated"
                                        + " setup_intent.succeeded"),
                        // Invoices say what became of a payment.
                        told(
                                OTHER,
                                "payment_intent.succeeded payment_intent.payment_failed payment_intent.requires_action"
                                        + " payment_intent.canceled"),
                        told(
                                OTHER,
                                "customer.discount.created customer.discount.updated customer.discount.deleted"
                                        + " subscription_schedule.created subscription_schedule.updated"
                                        + " subscription_schedule.released subscription_schedule.canceled"
                                        + " subscription_schedule.completed subscription_schedule.aborted"
                                        + " subscription_schedule.expiring",
                                SubscriptionSeen.class),
                        told(
                                OTHER,
                                "customer.tax_id.created customer.tax_id.updated customer.tax_id.deleted"
                                        + " entitlements.active_entitlement_summary.updated"
                                        + " billing_portal.session.created billing_portal.configuration.updated"
                                        + " product.updated something.nobody_knows"))
                .flatMap(List::stream);
    }

    private static List<Arguments> told(String about, String types, Class<?>... noted) {
        Set<String> names = Arrays.stream(noted).map(Class::getSimpleName).collect(Collectors.toSet());
        return Arrays.stream(types.split(" "))
                .map(type -> Arguments.of(type, about, names))
                .toList();
    }

    private final StripeWorld world = new StripeWorld(TENANT, false);
    private final Business business = new Business();
    private final GoingOn clock = new GoingOn();
    private final StripeDeliveries deliveries =
            new StripeDeliveries(world, new StripeLook(world, business, clock), business, business, clock);

    @ParameterizedTest
    @MethodSource("table")
    void each_webhook_has_noted_what_it_concerns_and_twice_no_more(String type, String about, Set<String> noted) {
        known();
        world.tell(type, about);
        read();
        assertThat(news()).as(type).isEqualTo(noted);
        int facts = business.facts.size();
        read();
        assertThat(business.facts).as("the same again").hasSize(facts);
    }

    @ParameterizedTest
    @MethodSource("trials")
    void the_end_of_a_trial_is_told_within_three_days_and_is_no_renewal(int days, Set<String> noted) {
        known();
        world.subscription("trialing", "medflip_solo_monthly", START.plus(Duration.ofDays(days)));
        world.put(
                StripeWorld.SUBSCRIPTION,
                "subscription",
                trial ->
                        trial.put("trial_end", START.plus(Duration.ofDays(days)).getEpochSecond()));
        world.tell("customer.subscription.trial_will_end", StripeWorld.SUBSCRIPTION);
        read();
        world.tell("invoice.upcoming", OTHER);
        read();
        assertThat(news()).isEqualTo(noted);
    }

    private static Stream<Arguments> trials() {
        String seen = SubscriptionSeen.class.getSimpleName();
        return Stream.of(
                Arguments.of(3, Set.of(seen, TrialEndAnnounced.class.getSimpleName())), Arguments.of(5, Set.of(seen)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void who_was_a_customer_and_is_deleted_has_nothing_that_runs(String type, String about, Set<String> noted) {
        known();
        world.tell(type, about);
        read();
        boolean had = !business.standing().live().isEmpty();
        world.remove(StripeWorld.SUBSCRIPTION);
        world.remove(StripeWorld.CUSTOMER);
        world.tell("customer.deleted", StripeWorld.CUSTOMER);
        read();
        assertThat(business.standing().customer()).isNull();
        assertThat(business.standing().live()).as("of %s, %s", type, had).isEmpty();
        assertThat(business.facts.getLast()).isInstanceOf(CustomerGone.class);
    }

    /** A business that pays monthly, and whose period ends within a week. */
    private void known() {
        business.send(Caller.job(TENANT, "test"), new OpenCustomer(SubscriptionId.of(TENANT), StripeWorld.CUSTOMER));
        world.subscription("active", "medflip_solo_monthly", START.plus(Duration.ofDays(6)));
        world.invoice(INVOICE, "open", 1);
        world.invoice(DRAFT, "draft", 0);
        world.put(
                StripeWorld.nextInvoiceOf(StripeWorld.SUBSCRIPTION),
                "next",
                next -> next.put("amount_due", 2_900).put("currency", "usd"));
        world.put(
                CHECKOUT,
                "checkout.session",
                checkout -> checkout.put("status", "complete")
                        .put("payment_status", "paid")
                        .put("subscription", StripeWorld.SUBSCRIPTION));
        world.put(
                CHARGE,
                "charge",
                charge ->
                        charge.put("amount", 2_900).put("amount_refunded", 900).put("currency", "usd"));
        world.put(
                DISPUTE,
                "dispute",
                dispute -> dispute.put("charge", CHARGE)
                        .put("amount", 2_900)
                        .put("currency", "usd")
                        .put("status", "needs_response"));
        // Whatever else it is: it names all that it might be of.
        world.put(OTHER, "other", other -> other.put("charge", CHARGE).put("subscription", StripeWorld.SUBSCRIPTION));
    }

    private void read() {
        deliveries.read(new Delivery(
                TenantId.SERVICE, "stripe", "evt", "stripe", world.hints().getLast()));
    }

    private Set<String> news() {
        return business.facts.stream()
                .filter(fact -> !(fact instanceof CustomerOpened))
                .map(fact -> fact.getClass().getSimpleName())
                .collect(Collectors.toSet());
    }
}
