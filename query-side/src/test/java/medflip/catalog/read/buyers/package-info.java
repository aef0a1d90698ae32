/** The buyers' view, specified. */
@NullMarked
package medflip.catalog.read.buyers;

import org.jspecify.annotations.NullMarked;
