/** Buying: from the quote over the boxes' arrival to the payout. */
@NullMarked
package medflip.deals.write;

import org.jspecify.annotations.NullMarked;
