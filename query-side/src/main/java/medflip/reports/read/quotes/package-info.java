/**
 * What became of quotes: how many end in a purchase, why what is paid differs from what was quoted, and what sellers
 * stated. It has no tables of its own: it asks those of deals.
 */
@NullMarked
package medflip.reports.read.quotes;

import org.jspecify.annotations.NullMarked;
