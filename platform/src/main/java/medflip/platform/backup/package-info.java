/**
 * Copies of the databases, each file sealed under a key of its own that lies apart and is destroyed with it, and the
 * way back from them. Views and whatever is good for a moment only are in none.
 */
@NullMarked
package medflip.platform.backup;

import org.jspecify.annotations.NullMarked;
