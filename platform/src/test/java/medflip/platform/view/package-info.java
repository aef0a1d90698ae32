/** Row changes of a batch, on the real database. */
@NullMarked
package medflip.platform.view;

import org.jspecify.annotations.NullMarked;
