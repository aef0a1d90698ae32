/** The command side as a process of its own. */
@NullMarked
package medflip.launcher.command;

import org.jspecify.annotations.NullMarked;
