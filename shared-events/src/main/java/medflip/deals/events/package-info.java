/** What happens to a deal: a purchase from a person. */
@NullMarked
package medflip.deals.events;

import org.jspecify.annotations.NullMarked;
