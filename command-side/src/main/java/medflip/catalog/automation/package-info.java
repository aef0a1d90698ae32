/** What happens in the catalog by itself, because something happened elsewhere. */
@NullMarked
package medflip.catalog.automation;

import org.jspecify.annotations.NullMarked;
