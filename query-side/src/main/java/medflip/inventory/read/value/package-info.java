/**
 * What stock was worth at cost, day after day, also in the past. It has no tables of its own: it adds up the shelf's
 * book.
 */
@NullMarked
package medflip.inventory.read.value;

import org.jspecify.annotations.NullMarked;
