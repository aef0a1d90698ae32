/** What a sale could take, specified. */
@NullMarked
package medflip.sales.read.candidates;

import org.jspecify.annotations.NullMarked;
