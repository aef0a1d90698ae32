/** By which account at Twilio a business texts, as far as that may be shown. */
@NullMarked
package medflip.messaging.read.connection;

import org.jspecify.annotations.NullMarked;
