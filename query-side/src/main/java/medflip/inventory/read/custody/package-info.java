/** The chain of custody of boxes: from whom they came, what was seen of them, and where they went; and back. */
@NullMarked
package medflip.inventory.read.custody;

import org.jspecify.annotations.NullMarked;
