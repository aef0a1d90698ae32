/** Profit by month, specified. */
@NullMarked
package medflip.reports.read.profit;

import org.jspecify.annotations.NullMarked;
