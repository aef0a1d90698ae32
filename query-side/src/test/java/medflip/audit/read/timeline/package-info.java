/** What happened, specified. */
@NullMarked
package medflip.audit.read.timeline;

import org.jspecify.annotations.NullMarked;
