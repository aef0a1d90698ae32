package medflip.billing.read.subscription;

import java.time.Instant;
import medflip.billing.events.Access;
import medflip.billing.events.PlanInterval;
import medflip.billing.events.SubscriptionStatus;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * How the business stands with the service now.
 *
 * @param access what it may do
 * @param onTrial whether it may do all only since the trial isn't over
 * @param trialEndsAt when the trial does, or did, that came with the sign-up
 * @param customer whether Stripe knows it
 * @param current what runs, or else what ended last; absent where nothing was ever subscribed
 * @param readOnlyFrom from when on nothing can be entered, if nothing is done
 * @param disputed whether a payment is in doubt
 */
record SubscriptionState(
        Access access,
        boolean onTrial,
        @Nullable Instant trialEndsAt,
        boolean customer,
        @Nullable Subscribed current,
        @Nullable Instant readOnlyFrom,
        boolean disputed) {

    /**
     * What is subscribed.
     *
     * @param live whether it runs, even if it isn't paid
     * @param trialEndsAt when the first payment is due
     * @param periodEndsAt until when it is paid
     * @param cancelsAt when it will end, where that was decided
     * @param nextPlan which plan follows then, if another one does
     */
    record Subscribed(
            SubscriptionStatus status,
            boolean live,
            String plan,
            Money price,
            PlanInterval interval,
            @Nullable Instant trialEndsAt,
            @Nullable Instant periodEndsAt,
            @Nullable Instant cancelsAt,
            @Nullable Instant endedAt,
            @Nullable String nextPlan,
            boolean collectionPaused) {}
}
