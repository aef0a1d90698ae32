/** How lists are arranged, specified. */
@NullMarked
package medflip.accounts.read.desks;

import org.jspecify.annotations.NullMarked;
