/** What each month brought, for the figures of today. */
@NullMarked
package medflip.reports.read.profit;

import org.jspecify.annotations.NullMarked;
