/** Expenses and business miles, specified. */
@NullMarked
package medflip.expenses.write;

import org.jspecify.annotations.NullMarked;
