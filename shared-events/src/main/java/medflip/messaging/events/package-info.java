/**
 * Texting: the conversations with people's numbers, what their owners agreed to, and the business's account at Twilio.
 */
@NullMarked
package medflip.messaging.events;

import org.jspecify.annotations.NullMarked;
