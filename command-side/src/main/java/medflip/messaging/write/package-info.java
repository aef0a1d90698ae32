/** Texting: the gate that every text passes, the way to Twilio and back, and the business's connection with it. */
@NullMarked
package medflip.messaging.write;

import org.jspecify.annotations.NullMarked;
