/** How lists are arranged, specified. */
@NullMarked
package medflip.accounts.read.deliveries;

import org.jspecify.annotations.NullMarked;
