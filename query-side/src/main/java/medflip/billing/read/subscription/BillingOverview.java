package medflip.billing.read.subscription;

import java.time.Instant;
import java.util.UUID;
import medflip.billing.events.Access;
import medflip.billing.events.SubscriptionStatus;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a business stands, as those who run the service see it.
 *
 * @param status absent where nothing was ever subscribed
 * @param owed what is open of its invoices
 * @param stuck whether Stripe can't finish an invoice, mostly for want of an address
 * @param doubledAt when it last subscribed twice at once; absent where it never did
 */
record BillingOverview(
        UUID id,
        String name,
        Access access,
        @Nullable SubscriptionStatus status,
        @Nullable String plan,
        @Nullable Money price,
        @Nullable Instant trialEndsAt,
        @Nullable Instant periodEndsAt,
        @Nullable Instant cancelsAt,
        @Nullable Money owed,
        boolean disputed,
        boolean stuck,
        @Nullable Instant doubledAt) {}
