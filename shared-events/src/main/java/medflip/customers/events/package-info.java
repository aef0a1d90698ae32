/** What happens to a person that a business buys from. */
@NullMarked
package medflip.customers.events;

import org.jspecify.annotations.NullMarked;
