/** How the inbox behaves with deliveries that nobody can read. */
@NullMarked
package medflip.platform.inbox;

import org.jspecify.annotations.NullMarked;
