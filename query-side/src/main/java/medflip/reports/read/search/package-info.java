/** One field that finds people, deals, lots and sales. It has no tables of its own. */
@NullMarked
package medflip.reports.read.search;

import org.jspecify.annotations.NullMarked;
