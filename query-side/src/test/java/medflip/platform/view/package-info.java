/** A test's way to a view's insides. */
@NullMarked
package medflip.platform.view;

import org.jspecify.annotations.NullMarked;
