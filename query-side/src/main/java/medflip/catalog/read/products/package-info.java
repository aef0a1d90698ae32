/** The products of a business: the list, and one to look at or to quote. */
@NullMarked
package medflip.catalog.read.products;

import org.jspecify.annotations.NullMarked;
