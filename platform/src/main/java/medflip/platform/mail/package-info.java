/** Mail: one form for every letter, and the way to Resend, which delivers them. */
@NullMarked
package medflip.platform.mail;

import org.jspecify.annotations.NullMarked;
