/** The products' view, specified. */
@NullMarked
package medflip.catalog.read.products;

import org.jspecify.annotations.NullMarked;
