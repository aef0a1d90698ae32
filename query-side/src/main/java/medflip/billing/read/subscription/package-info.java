/** How a business stands with the service: its trial, what it subscribed, its invoices, and what happened. */
@NullMarked
package medflip.billing.read.subscription;

import org.jspecify.annotations.NullMarked;
