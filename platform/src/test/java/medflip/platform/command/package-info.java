/** The way in, tested. */
@NullMarked
package medflip.platform.command;

import org.jspecify.annotations.NullMarked;
