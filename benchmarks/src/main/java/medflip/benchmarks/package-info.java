/**
 * Benchmarks beside raw PostgreSQL on the same server in the same minutes, since only the ratio means anything on
 * another machine.
 */
@NullMarked
package medflip.benchmarks;

import org.jspecify.annotations.NullMarked;
