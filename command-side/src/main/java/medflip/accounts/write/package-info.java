/** Signing up and signing in: who has an account, and how they prove who they are. */
@NullMarked
package medflip.accounts.write;

import org.jspecify.annotations.NullMarked;
