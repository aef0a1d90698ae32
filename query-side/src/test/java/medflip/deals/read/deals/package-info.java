/** Deals, specified. */
@NullMarked
package medflip.deals.read.deals;

import org.jspecify.annotations.NullMarked;
