/** How a subscription is mirrored. */
@NullMarked
package medflip.billing.write;

import org.jspecify.annotations.NullMarked;
