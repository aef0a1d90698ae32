/** What is destroyed when, by clocks that a test sets. */
@NullMarked
package medflip.platform.retention;

import org.jspecify.annotations.NullMarked;
