/**
 * What other services deliver: kept before they are told so, then read by the domain that it is for, as often as it
 * takes. The outbox's other half.
 */
@NullMarked
package medflip.platform.inbox;

import org.jspecify.annotations.NullMarked;
