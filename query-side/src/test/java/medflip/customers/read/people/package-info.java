/** People and their sums, specified. */
@NullMarked
package medflip.customers.read.people;

import org.jspecify.annotations.NullMarked;
