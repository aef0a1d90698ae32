/** Specifications of texting. */
@NullMarked
package medflip.messaging.write;

import org.jspecify.annotations.NullMarked;
