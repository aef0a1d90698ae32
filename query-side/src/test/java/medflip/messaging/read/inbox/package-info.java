/** Tests of the inbox, and of the reports that read it. */
@NullMarked
package medflip.messaging.read.inbox;

import org.jspecify.annotations.NullMarked;
