/** How people write things, turned into the one form that is stored; and ids. */
@NullMarked
package medflip.platform.text;

import org.jspecify.annotations.NullMarked;
