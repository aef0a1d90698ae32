/** Expenses and business miles: recorded, corrected, voided. */
@NullMarked
package medflip.expenses.write;

import org.jspecify.annotations.NullMarked;
