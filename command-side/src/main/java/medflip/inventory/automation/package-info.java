/** What happens on the shelf by itself, because something happened elsewhere. */
@NullMarked
package medflip.inventory.automation;

import org.jspecify.annotations.NullMarked;
