/** The catalog, specified. */
@NullMarked
package medflip.catalog.write;

import org.jspecify.annotations.NullMarked;
