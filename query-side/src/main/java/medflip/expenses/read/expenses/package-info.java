/** What the business spent besides its purchases. */
@NullMarked
package medflip.expenses.read.expenses;

import org.jspecify.annotations.NullMarked;
