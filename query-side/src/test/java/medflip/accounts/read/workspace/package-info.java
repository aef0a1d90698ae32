/** What the session shows, specified. */
@NullMarked
package medflip.accounts.read.workspace;

import org.jspecify.annotations.NullMarked;
