/** What the list of payouts shows after each fact. */
@NullMarked
package medflip.deals.read.payouts;

import org.jspecify.annotations.NullMarked;
