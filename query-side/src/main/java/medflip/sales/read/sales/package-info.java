/** What was sold on, to whom, and what it brought. */
@NullMarked
package medflip.sales.read.sales;

import org.jspecify.annotations.NullMarked;
