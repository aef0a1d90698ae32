/** That papers say everything, on as many pages as it takes, and always the same. */
@NullMarked
package medflip.platform.document;

import org.jspecify.annotations.NullMarked;
