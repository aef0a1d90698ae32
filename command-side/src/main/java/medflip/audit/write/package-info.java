/** Undoing what stands in the history, by further facts. */
@NullMarked
package medflip.audit.write;

import org.jspecify.annotations.NullMarked;
