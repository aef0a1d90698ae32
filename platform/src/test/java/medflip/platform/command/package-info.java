/** The way in, tested; and the kit for specifications of aggregates. */
@NullMarked
package medflip.platform.command;

import org.jspecify.annotations.NullMarked;
