/** Resend's webhooks: shown to be Resend's, kept, and handed on. */
@NullMarked
package medflip.accounts.inbound.resend;

import org.jspecify.annotations.NullMarked;
