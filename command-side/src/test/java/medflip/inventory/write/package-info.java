/** Specifications of the write side of inventory. */
@NullMarked
package medflip.inventory.write;

import org.jspecify.annotations.NullMarked;
