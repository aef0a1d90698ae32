/** Finding a variant by a few letters, specified. */
@NullMarked
package medflip.catalog.read.variants;

import org.jspecify.annotations.NullMarked;
