/** What happens to the costs of a business that are no purchase: expenses and business miles. */
@NullMarked
package medflip.expenses.events;

import org.jspecify.annotations.NullMarked;
