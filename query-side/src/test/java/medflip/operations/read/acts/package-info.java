@NullMarked
package medflip.operations.read.acts;

import org.jspecify.annotations.NullMarked;
