package medflip.billing.read.subscription;

import java.time.Instant;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the subscription.
 *
 * @param event stored name, such as {@code billing.PaymentFailed}
 * @param word how it stood then, such as a status
 * @param until a time that it names
 */
record BillingEntry(
        long position,
        Instant at,
        String actor,
        String event,
        @Nullable String word,
        @Nullable String plan,
        @Nullable Money amount,
        @Nullable Instant until) {}
