/** One field that finds people, deals and lots. It has no tables of its own. */
@NullMarked
package medflip.reports.read.search;

import org.jspecify.annotations.NullMarked;
