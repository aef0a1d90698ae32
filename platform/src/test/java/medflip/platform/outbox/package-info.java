/** How the outbox behaves when other services don't. */
@NullMarked
package medflip.platform.outbox;

import org.jspecify.annotations.NullMarked;
