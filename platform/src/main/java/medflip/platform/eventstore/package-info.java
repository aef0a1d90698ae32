/**
 * The event store over PostgreSQL. Commands that come at the same time are written in one commit, positions become
 * visible in their order, and whoever follows the log is woken by what is appended.
 */
@NullMarked
package medflip.platform.eventstore;

import org.jspecify.annotations.NullMarked;
