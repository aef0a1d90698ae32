/** Support sessions: who let the service's staff in, who came, and what was looked at. */
@NullMarked
package medflip.accounts.read.support;

import org.jspecify.annotations.NullMarked;
