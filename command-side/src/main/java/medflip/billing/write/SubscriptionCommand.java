package medflip.billing.write;

import java.time.Instant;
import medflip.billing.events.CheckoutEnd;
import medflip.billing.events.DisputeState;
import medflip.billing.events.PaymentMethodNeed;
import medflip.billing.events.SeenInvoice;
import medflip.billing.events.SubscriptionId;
import medflip.billing.events.Terms;
import medflip.kernel.Money;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** What can be noted of a subscription. Who has left may still settle what they owe. */
public sealed interface SubscriptionCommand extends Command, AllowedWhenClosed {
    SubscriptionId subscriptionId();

    @Override
    default SubscriptionId aggregateId() {
        return subscriptionId();
    }

    /** Lets a business use all until then. It is given one trial. */
    record BeginTrial(SubscriptionId subscriptionId, Instant endsAt) implements SubscriptionCommand {}

    /** Has owners told that the trial ends, if it really does; of each end once. */
    record AnnounceTrialEnd(SubscriptionId subscriptionId, Instant endsAt, Instant now)
            implements SubscriptionCommand {}

    /**
     * Has owners told that what they subscribed goes on and is paid, if it really is; of each period once.
     *
     * @param subscription Stripe's id of it
     * @param amount what the next invoice would be
     */
    record AnnounceRenewal(SubscriptionId subscriptionId, String subscription, Money amount, Instant now)
            implements SubscriptionCommand {}

    /** By this name Stripe knows the business. */
    record OpenCustomer(SubscriptionId subscriptionId, String customer) implements SubscriptionCommand {}

    /** Stripe knows that customer no more. */
    record NoteCustomerGone(SubscriptionId subscriptionId, String customer) implements SubscriptionCommand {}

    /** Somebody goes to Stripe's checkout. */
    record BeginCheckout(SubscriptionId subscriptionId, String checkout, String plan) implements SubscriptionCommand {}

    /**
     * The visit there ended so.
     *
     * @param subscription Stripe's id of what was subscribed there; null where nothing was
     */
    record EndCheckout(
            SubscriptionId subscriptionId,
            String checkout,
            CheckoutEnd end,
            @Nullable String subscription) implements SubscriptionCommand {}

    /** A subscription stood so when Stripe was asked. What was asked earlier than what is known changes nothing. */
    record MirrorSubscription(SubscriptionId subscriptionId, Terms terms, Instant askedAt)
            implements SubscriptionCommand {}

    /** The same of an invoice. */
    record MirrorInvoice(SubscriptionId subscriptionId, SeenInvoice invoice, Instant askedAt)
            implements SubscriptionCommand {}

    /** A bank wants a payment confirmed. */
    record NoteConfirmationAsked(SubscriptionId subscriptionId, SeenInvoice invoice) implements SubscriptionCommand {}

    /** Stripe can't finish an invoice. */
    record NoteInvoiceStuck(SubscriptionId subscriptionId, String invoice) implements SubscriptionCommand {}

    /** So much of a charge went back so far. */
    record NoteRefund(SubscriptionId subscriptionId, String charge, Money refundedSoFar)
            implements SubscriptionCommand {}

    /** A payment is in doubt, or no more. */
    record NoteDispute(SubscriptionId subscriptionId, String dispute, DisputeState state, Money amount)
            implements SubscriptionCommand {}

    /** Another way to pay is needed. */
    record NotePaymentMethodNeed(SubscriptionId subscriptionId, PaymentMethodNeed need, Instant noticedAt)
            implements SubscriptionCommand {}
}
