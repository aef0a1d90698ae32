/** Specifications of the write side of deals. */
@NullMarked
package medflip.deals.write;

import org.jspecify.annotations.NullMarked;
