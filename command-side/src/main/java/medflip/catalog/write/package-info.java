/** The catalog: what a business buys and sells. */
@NullMarked
package medflip.catalog.write;

import org.jspecify.annotations.NullMarked;
