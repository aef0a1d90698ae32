/** What happens to a lot: boxes of one item, from one deal, on the shelf. */
@NullMarked
package medflip.inventory.events;

import org.jspecify.annotations.NullMarked;
