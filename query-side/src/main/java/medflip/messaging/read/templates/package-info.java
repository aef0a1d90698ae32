/** Texts that a business keeps at hand, to answer with and to send to many. */
@NullMarked
package medflip.messaging.read.templates;

import org.jspecify.annotations.NullMarked;
