/** The shelf: lots are stocked from received boxes and sold on. */
@NullMarked
package medflip.inventory.write;

import org.jspecify.annotations.NullMarked;
