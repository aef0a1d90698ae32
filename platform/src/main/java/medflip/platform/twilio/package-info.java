/** Businesses' own accounts at Twilio: where their secrets lie, and where Twilio's webhooks of each come in. */
@NullMarked
package medflip.platform.twilio;

import org.jspecify.annotations.NullMarked;
