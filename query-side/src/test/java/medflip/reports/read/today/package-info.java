/** What needs the owner now, specified. */
@NullMarked
package medflip.reports.read.today;

import org.jspecify.annotations.NullMarked;
