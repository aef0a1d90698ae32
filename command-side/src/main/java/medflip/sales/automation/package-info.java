/** What happens to sales by itself, because something happened elsewhere. */
@NullMarked
package medflip.sales.automation;

import org.jspecify.annotations.NullMarked;
