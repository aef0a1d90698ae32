/** What is shown of keys, specified. */
@NullMarked
package medflip.accounts.read.keys;

import org.jspecify.annotations.NullMarked;
