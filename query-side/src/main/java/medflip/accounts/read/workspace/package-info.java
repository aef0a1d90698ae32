/** The business and its people: what a session shows of them. */
@NullMarked
package medflip.accounts.read.workspace;

import org.jspecify.annotations.NullMarked;
