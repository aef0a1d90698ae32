/** The product variants that a quote chooses from. */
@NullMarked
package medflip.catalog.read.variants;

import org.jspecify.annotations.NullMarked;
