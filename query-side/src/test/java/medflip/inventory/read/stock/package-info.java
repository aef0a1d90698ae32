/** Stock, specified. */
@NullMarked
package medflip.inventory.read.stock;

import org.jspecify.annotations.NullMarked;
