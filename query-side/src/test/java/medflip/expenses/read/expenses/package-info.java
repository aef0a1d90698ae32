/** Expenses, specified. */
@NullMarked
package medflip.expenses.read.expenses;

import org.jspecify.annotations.NullMarked;
