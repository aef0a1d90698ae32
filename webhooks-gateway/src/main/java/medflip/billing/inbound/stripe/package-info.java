/** Stripe's webhooks: shown to be Stripe's, kept, and handed on. */
@NullMarked
package medflip.billing.inbound.stripe;

import org.jspecify.annotations.NullMarked;
