/** Price lists and what they say, specified. */
@NullMarked
package medflip.catalog.read.prices;

import org.jspecify.annotations.NullMarked;
