/** The keys by which other systems call the API. */
@NullMarked
package medflip.accounts.read.keys;

import org.jspecify.annotations.NullMarked;
