/** Archives of other servers that were brought to the business. */
@NullMarked
package medflip.imports.read.archives;

import org.jspecify.annotations.NullMarked;
