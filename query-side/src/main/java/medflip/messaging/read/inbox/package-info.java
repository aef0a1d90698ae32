/** The inbox: conversations with people's numbers, and every text of each with how far it came. */
@NullMarked
package medflip.messaging.read.inbox;

import org.jspecify.annotations.NullMarked;
