/** Tests of the seal. */
@NullMarked
package medflip.platform.seal;

import org.jspecify.annotations.NullMarked;
