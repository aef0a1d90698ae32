/** The webhooks gateway as a process of its own. */
@NullMarked
package medflip.launcher.gateway;

import org.jspecify.annotations.NullMarked;
