/** The words that every domain shares: money, ids, personal values, and what an event is. Knows no framework. */
@NullMarked
package medflip.kernel;

import org.jspecify.annotations.NullMarked;
