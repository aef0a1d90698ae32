/** The mileage log, specified. */
@NullMarked
package medflip.expenses.read.mileage;

import org.jspecify.annotations.NullMarked;
