/** Starts everything in one process: command side, query side, gateway, screens and an embedded PostgreSQL. */
@NullMarked
package medflip.launcher;

import org.jspecify.annotations.NullMarked;
