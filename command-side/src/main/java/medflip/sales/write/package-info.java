/** Sales: put together from lots, confirmed, shipped, inspected by the buyer, invoiced and paid. */
@NullMarked
package medflip.sales.write;

import org.jspecify.annotations.NullMarked;
