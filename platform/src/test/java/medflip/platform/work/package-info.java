/** Specifications of work that is looked for when somebody rings. */
@NullMarked
package medflip.platform.work;

import org.jspecify.annotations.NullMarked;
