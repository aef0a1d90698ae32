/**
 * What people are paid, over all deals: what is due, what is under way and what came of it. It has no tables of its
 * own: it asks those of the deals.
 */
@NullMarked
package medflip.deals.read.payouts;

import org.jspecify.annotations.NullMarked;
