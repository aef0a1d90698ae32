/** Which businesses there are, as those who run the service see them: what they are called, and how much they have. */
@NullMarked
package medflip.accounts.read.businesses;

import org.jspecify.annotations.NullMarked;
