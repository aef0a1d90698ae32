/** What happens to an import of a file. */
@NullMarked
package medflip.imports.events;

import org.jspecify.annotations.NullMarked;
