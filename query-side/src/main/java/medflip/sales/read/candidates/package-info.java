/** Which boxes a sale could take, those that expire first in front. It has no tables of its own: it asks the shelf. */
@NullMarked
package medflip.sales.read.candidates;

import org.jspecify.annotations.NullMarked;
