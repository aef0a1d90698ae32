/** The people that a business buys from. */
@NullMarked
package medflip.customers.write;

import org.jspecify.annotations.NullMarked;
