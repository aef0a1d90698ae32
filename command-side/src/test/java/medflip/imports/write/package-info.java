/** How a ledger is understood and brought in. */
@NullMarked
package medflip.imports.write;

import org.jspecify.annotations.NullMarked;
