/**
 * Who has looked at whose data, and taken what away: noted beside the answer, kept for 90 days, sealed like the events.
 */
@NullMarked
package medflip.platform.access;

import org.jspecify.annotations.NullMarked;
