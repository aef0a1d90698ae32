/**
 * How every module's Java is laid out. It stands in the first module, which needs nothing else built, so that a line
 * out of place is told in seconds.
 */
@NullMarked
package medflip.tidy;

import org.jspecify.annotations.NullMarked;
