/** What follows when something happens to a user: mostly mails. */
@NullMarked
package medflip.accounts.automation;

import org.jspecify.annotations.NullMarked;
