/** Lists that are delivered again and again, and what became of each delivery. */
@NullMarked
package medflip.accounts.read.deliveries;

import org.jspecify.annotations.NullMarked;
