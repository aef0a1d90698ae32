/** The log itself, for the business's own programs: all that happened, page after page, from any position on. */
@NullMarked
package medflip.audit.read.events;

import org.jspecify.annotations.NullMarked;
