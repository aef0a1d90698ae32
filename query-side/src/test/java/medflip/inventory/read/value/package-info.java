/** The value of stock on any day, specified. */
@NullMarked
package medflip.inventory.read.value;

import org.jspecify.annotations.NullMarked;
