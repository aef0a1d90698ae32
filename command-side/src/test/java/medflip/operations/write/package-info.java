@NullMarked
package medflip.operations.write;

import org.jspecify.annotations.NullMarked;
