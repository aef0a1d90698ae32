/**
 * Archives of whole accounts, and lists that are delivered, from the wish to the day after: asked for on the write
 * side, made where the lists are read, and kept in sealed parts in between.
 */
@NullMarked
package medflip.platform.export;

import org.jspecify.annotations.NullMarked;
