package medflip.billing.events;

import java.time.Instant;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it stands at Stripe. Its address at Stripe isn't kept: whoever has that can read it without signing in.
 *
 * @param number as it stands on the paper; a draft has none
 * @param subscription Stripe's id of what it is for; null where it is for none
 * @param paid of {@code total}
 * @param attempts how often it was tried to collect it
 * @param nextAttemptAt when that is tried again, if it is
 * @param discount by how much it is lower; null where by nothing
 * @param tax what of {@code total} is tax; null where nothing is
 */
public record SeenInvoice(
        @NotPersonal("Stripe's id of an invoice") String stripeId,

        @NotPersonal("the number of an invoice") @Nullable String number,

        InvoiceStatus status,

        @NotPersonal("Stripe's id of a subscription") @Nullable
        String subscription,

        Money total,
        Money paid,
        Instant createdAt,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Money discount,
        @Nullable Money tax) {}
