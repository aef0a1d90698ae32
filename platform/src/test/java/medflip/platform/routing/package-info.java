/** Commands between processes, tested; and how a command looks to the process that gets it. */
@NullMarked
package medflip.platform.routing;

import org.jspecify.annotations.NullMarked;
