/** Purchases: the list, and one deal with its lines, payouts and sales. */
@NullMarked
package medflip.deals.read.deals;

import org.jspecify.annotations.NullMarked;
