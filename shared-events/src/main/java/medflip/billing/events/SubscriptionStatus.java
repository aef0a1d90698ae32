package medflip.billing.events;

/**
 * How a subscription stands at Stripe.
 *
 * @see <a href="https://docs.stripe.com/billing/subscriptions/overview">Subscription statuses</a>
 */
public enum SubscriptionStatus {
    /** Nothing is to be paid yet. */
    TRIALING,
    /** Paid. */
    ACTIVE,
    /** The last payment didn't go through, and is tried again. */
    PAST_DUE,
    /** It isn't tried any more. */
    UNPAID,
    /** The trial ended, and there was no card. */
    PAUSED,
    /** It is over. */
    CANCELED,
    /** The first payment didn't go through; within a day it still may. */
    INCOMPLETE,
    /** The first payment never went through. */
    INCOMPLETE_EXPIRED;

    /** Whether it may still be used, paid or changed. */
    public boolean isLive() {
        return this != CANCELED && this != INCOMPLETE_EXPIRED;
    }
}
