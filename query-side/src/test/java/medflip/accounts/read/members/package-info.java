/** What is shown of members, specified. */
@NullMarked
package medflip.accounts.read.members;

import org.jspecify.annotations.NullMarked;
