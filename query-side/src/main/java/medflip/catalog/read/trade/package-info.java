/** How a product did: what was bought, what is left and what it was sold for. It asks the tables of lots and sales. */
@NullMarked
package medflip.catalog.read.trade;

import org.jspecify.annotations.NullMarked;
