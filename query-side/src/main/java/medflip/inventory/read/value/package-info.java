/**
 * What stock was worth at cost, on any day, also a past one. It has no tables of its own: it adds up the shelf's book.
 */
@NullMarked
package medflip.inventory.read.value;

import org.jspecify.annotations.NullMarked;
