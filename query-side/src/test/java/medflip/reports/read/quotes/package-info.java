/** What became of quotes, specified. */
@NullMarked
package medflip.reports.read.quotes;

import org.jspecify.annotations.NullMarked;
