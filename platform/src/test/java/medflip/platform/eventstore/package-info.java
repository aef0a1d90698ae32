/** The event store, tested on the real server: many writers, two nodes, conflicts, a killed server. */
@NullMarked
package medflip.platform.eventstore;

import org.jspecify.annotations.NullMarked;
