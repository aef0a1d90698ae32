/** Tests of what traces tell. */
@NullMarked
package medflip.platform.trace;

import org.jspecify.annotations.NullMarked;
