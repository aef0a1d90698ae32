/** What is bought and sold. */
@NullMarked
package medflip.catalog.events;

import org.jspecify.annotations.NullMarked;
