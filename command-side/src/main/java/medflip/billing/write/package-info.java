/** What a business pays for the service: what Stripe says of it, what follows, and what owners can ask of Stripe. */
@NullMarked
package medflip.billing.write;

import org.jspecify.annotations.NullMarked;
