package medflip.billing.events;

import java.time.Instant;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to what a business pays for the service. No detail of a card is ever among it. */
public sealed interface SubscriptionEvent extends DomainEvent {
    SubscriptionId subscriptionId();

    @Override
    default SubscriptionId aggregateId() {
        return subscriptionId();
    }

    /** A business may use all without paying until then, from its sign-up on. */
    record TrialBegun(SubscriptionId subscriptionId, Instant endsAt) implements SubscriptionEvent {}

    /** The trial ends within days and nothing follows it or the first payment does: its owners are told. */
    record TrialEndAnnounced(SubscriptionId subscriptionId, Instant endsAt, boolean paysThen)
            implements SubscriptionEvent {}

    /**
     * What is subscribed goes on within days and is paid then, unless its owners change it: they are told.
     *
     * @param amount what the invoice would be as things stand, tax and discounts included
     * @param renewsAt when the period that is paid ends
     */
    record RenewalAnnounced(
            SubscriptionId subscriptionId,
            @NotPersonal("Stripe's id of a subscription") String stripeId,
            @NotPersonal("a plan of the service") String plan,
            Money amount,
            Instant renewsAt)
            implements SubscriptionEvent {}

    /** The business is a customer at Stripe from now on. */
    record CustomerOpened(
            SubscriptionId subscriptionId,
            @NotPersonal("Stripe's id of a customer") String customer) implements SubscriptionEvent {}

    /** Stripe has that customer no more, and so nothing that was subscribed. */
    record CustomerGone(
            SubscriptionId subscriptionId,
            @NotPersonal("Stripe's id of a customer") String customer) implements SubscriptionEvent {}

    /** Somebody went to Stripe's page to subscribe to a plan. */
    record CheckoutBegun(
            SubscriptionId subscriptionId,
            @NotPersonal("Stripe's id of a checkout") String checkout,
            @NotPersonal("a plan of the service") String plan)
            implements SubscriptionEvent {}

    /** It ended: by a subscription, or without one. */
    record CheckoutEnded(
            SubscriptionId subscriptionId,
            @NotPersonal("Stripe's id of a checkout") String checkout,
            CheckoutEnd end) implements SubscriptionEvent {}

    /**
     * What is subscribed stands so at Stripe, and stood otherwise before, as far as was known.
     *
     * @param seenAt when Stripe was asked
     * @param pastDueSince since when it is known that a payment is missing; null where none is
     */
    record SubscriptionSeen(
            SubscriptionId subscriptionId,
            Terms terms,
            Instant seenAt,
            @Nullable Instant pastDueSince) implements SubscriptionEvent {}

    /** An invoice stands so at Stripe, and stood otherwise before, as far as was known. */
    record InvoiceSeen(SubscriptionId subscriptionId, SeenInvoice invoice, Instant seenAt)
            implements SubscriptionEvent {}

    /**
     * Two visits to the checkout were both finished: one subscription goes on, the other is ended at once and paid
     * back.
     *
     * @param stripeId the one that is ended
     * @param kept the one that goes on
     */
    record SubscriptionDoubled(
            SubscriptionId subscriptionId,
            @NotPersonal("Stripe's id of a subscription") String stripeId,
            @NotPersonal("Stripe's id of a subscription") String kept)
            implements SubscriptionEvent {}

    /** A payment didn't go through. */
    record PaymentFailed(
            SubscriptionId subscriptionId,
            @NotPersonal("Stripe's id of an invoice") String invoice,
            Money due,
            int attempt,
            @Nullable Instant nextAttemptAt)
            implements SubscriptionEvent {}

    /** A bank wants the owner to confirm a payment at its own page. */
    record PaymentConfirmationAsked(
            SubscriptionId subscriptionId,
            @NotPersonal("Stripe's id of an invoice") String invoice,
            Money due) implements SubscriptionEvent {}

    /** Stripe can't finish an invoice: mostly an address that no tax can be reckoned for. */
    record InvoiceStuck(
            SubscriptionId subscriptionId,
            @NotPersonal("Stripe's id of an invoice") String invoice) implements SubscriptionEvent {}

    /** Money went back to who had paid. */
    record PaymentRefunded(
            SubscriptionId subscriptionId,
            @NotPersonal("Stripe's id of a charge") String charge,
            Money refundedSoFar) implements SubscriptionEvent {}

    /** Who paid told their bank that they hadn't wanted to, or the bank fears it: the operator has a look. */
    record PaymentDisputed(
            SubscriptionId subscriptionId,

            @NotPersonal("Stripe's id of a dispute or of a warning")
            String dispute,

            DisputeState state,
            Money amount)
            implements SubscriptionEvent {}

    /** The card is good for weeks only, or isn't on file any more. */
    record PaymentMethodNeeded(SubscriptionId subscriptionId, PaymentMethodNeed need, Instant noticedAt)
            implements SubscriptionEvent {}
}
