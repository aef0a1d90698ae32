/** Price lists in their versions: what a business pays, and what each of its buyers pays. */
@NullMarked
package medflip.catalog.read.prices;

import org.jspecify.annotations.NullMarked;
