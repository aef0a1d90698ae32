/** The mileage log: where somebody drove for the business, and what it counts. */
@NullMarked
package medflip.expenses.read.mileage;

import org.jspecify.annotations.NullMarked;
