/** What happens to a sale: boxes of lots that go to a wholesale buyer. */
@NullMarked
package medflip.sales.events;

import org.jspecify.annotations.NullMarked;
