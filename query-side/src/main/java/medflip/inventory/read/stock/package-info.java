/** What is on the shelf, until when it can be sold, and what it cost. */
@NullMarked
package medflip.inventory.read.stock;

import org.jspecify.annotations.NullMarked;
