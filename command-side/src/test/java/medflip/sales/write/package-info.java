/** Specifications of the write side of sales. */
@NullMarked
package medflip.sales.write;

import org.jspecify.annotations.NullMarked;
