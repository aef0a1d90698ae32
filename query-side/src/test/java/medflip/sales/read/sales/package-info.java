/** Sales, specified. */
@NullMarked
package medflip.sales.read.sales;

import org.jspecify.annotations.NullMarked;
