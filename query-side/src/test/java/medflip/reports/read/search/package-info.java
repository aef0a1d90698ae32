/** Finding anything, specified. */
@NullMarked
package medflip.reports.read.search;

import org.jspecify.annotations.NullMarked;
