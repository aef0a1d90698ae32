/** The query side as a process of its own. */
@NullMarked
package medflip.launcher.query;

import org.jspecify.annotations.NullMarked;
