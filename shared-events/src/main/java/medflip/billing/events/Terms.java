package medflip.billing.events;

import java.time.Instant;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it stands at Stripe.
 *
 * @param stripeId by which Stripe knows it
 * @param plan what Stripe looks the price up by, or else the price's own id
 * @param price for one interval, before tax and discounts
 * @param trialEndsAt when the first payment is due, if it was given a trial at Stripe
 * @param periodEndsAt until when it is paid
 * @param cancelsAt when it will end, where that was decided
 * @param endedAt when it did
 * @param nextPlan which plan follows when the period ends, if another one does
 * @param collectionPaused whether invoices aren't collected for now; that is the operator's doing and takes nothing
 *     away
 */
public record Terms(
        @NotPersonal("Stripe's id of a subscription") String stripeId,
        SubscriptionStatus status,
        @NotPersonal("a plan of the service") String plan,
        Money price,
        PlanInterval interval,
        @Nullable Instant trialEndsAt,
        @Nullable Instant periodEndsAt,
        @Nullable Instant cancelsAt,
        @Nullable Instant endedAt,

        @NotPersonal("a plan of the service") @Nullable String nextPlan,

        boolean collectionPaused) {

    /** The same, over since its customer is gone. */
    public Terms canceled() {
        return status.isLive()
                ? new Terms(
                        stripeId,
                        SubscriptionStatus.CANCELED,
                        plan,
                        price,
                        interval,
                        trialEndsAt,
                        periodEndsAt,
                        null,
                        endedAt,
                        null,
                        collectionPaused)
                : this;
    }
}
