/** The wholesale companies that a business sells to, with their terms. */
@NullMarked
package medflip.catalog.read.buyers;

import org.jspecify.annotations.NullMarked;
