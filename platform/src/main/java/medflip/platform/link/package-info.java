/** Links that lead somebody without a session to one thing, once. */
@NullMarked
package medflip.platform.link;

import org.jspecify.annotations.NullMarked;
