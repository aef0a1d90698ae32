/**
 * What those who run the service see of it: whether it is well, what is stuck, how much each business has. Never what a
 * business has: nothing here reads a view, opens a seal or decodes an event.
 */
@NullMarked
package medflip.platform.operation;

import org.jspecify.annotations.NullMarked;
