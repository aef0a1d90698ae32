/** The compliance log, specified. */
@NullMarked
package medflip.reports.read.compliance;

import org.jspecify.annotations.NullMarked;
