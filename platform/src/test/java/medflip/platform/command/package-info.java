/** The kit for specifications of aggregates. */
@NullMarked
package medflip.platform.command;

import org.jspecify.annotations.NullMarked;
