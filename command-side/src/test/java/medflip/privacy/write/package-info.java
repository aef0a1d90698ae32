@NullMarked
package medflip.privacy.write;

import org.jspecify.annotations.NullMarked;
