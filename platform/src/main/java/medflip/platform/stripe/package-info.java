/** The operator's account at Stripe: how it is reached, and by what its webhooks are known. */
@NullMarked
package medflip.platform.stripe;

import org.jspecify.annotations.NullMarked;
