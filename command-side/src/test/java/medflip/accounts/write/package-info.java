/** Specifications of the write side of accounts. */
@NullMarked
package medflip.accounts.write;

import org.jspecify.annotations.NullMarked;
