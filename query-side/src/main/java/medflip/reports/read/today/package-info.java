/** What needs the owner now, and how the month stands. It has no tables of its own: it asks those of other views. */
@NullMarked
package medflip.reports.read.today;

import org.jspecify.annotations.NullMarked;
