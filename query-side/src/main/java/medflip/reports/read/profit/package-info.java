/** What each month brought. */
@NullMarked
package medflip.reports.read.profit;

import org.jspecify.annotations.NullMarked;
