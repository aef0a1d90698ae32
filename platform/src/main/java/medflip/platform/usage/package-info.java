/**
 * Which parts of the service are used, counted by the service itself: how often each user used which feature on which
 * day (policy promise P2.5), and what was looked at through a support session.
 */
@NullMarked
package medflip.platform.usage;

import org.jspecify.annotations.NullMarked;
