/** Who works for the business, and who was asked to. */
@NullMarked
package medflip.accounts.read.members;

import org.jspecify.annotations.NullMarked;
