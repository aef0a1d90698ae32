/** Who the business buys from: the list, the card, and what each person's deals add up to. */
@NullMarked
package medflip.customers.read.people;

import org.jspecify.annotations.NullMarked;
