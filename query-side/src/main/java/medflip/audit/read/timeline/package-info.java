/** What happened to a person, a deal or a lot: every event, when, and by whom. It holds no personal data. */
@NullMarked
package medflip.audit.read.timeline;

import org.jspecify.annotations.NullMarked;
