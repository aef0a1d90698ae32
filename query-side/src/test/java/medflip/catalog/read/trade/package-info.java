/** How a product did, after each fact. */
@NullMarked
package medflip.catalog.read.trade;

import org.jspecify.annotations.NullMarked;
