package medflip.billing.read.subscription;

import java.time.Instant;
import medflip.billing.events.InvoiceStatus;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of the service to the business.
 *
 * @param id Stripe's; by it the paper is asked for
 * @param nextAttemptAt when it is tried again to collect it
 * @param discount by how much it is lower; absent where by nothing
 * @param tax what of the total is tax; absent where nothing is
 */
record SubscriptionInvoice(
        String id,
        @Nullable String number,
        InvoiceStatus status,
        Money total,
        Money paid,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Money discount,
        @Nullable Money tax) {}
