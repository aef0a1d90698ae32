/** How projections write their views, in batches, and how queries wait for a view to catch up with a command. */
@NullMarked
package medflip.platform.view;

import org.jspecify.annotations.NullMarked;
