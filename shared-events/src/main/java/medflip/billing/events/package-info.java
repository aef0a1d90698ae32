/** What is known of a business's subscription, which Stripe decides about, and what follows from it. */
@NullMarked
package medflip.billing.events;

import org.jspecify.annotations.NullMarked;
