/** Twilio's webhooks: shown to be Twilio's, kept, and handed on. */
@NullMarked
package medflip.messaging.inbound.twilio;

import org.jspecify.annotations.NullMarked;
