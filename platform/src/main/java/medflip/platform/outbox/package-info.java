/**
 * What is done at other services: rows that follow from events, each tried until it is done, and never done twice. A
 * service is an {@link medflip.platform.outbox.OutboxChannel}.
 */
@NullMarked
package medflip.platform.outbox;

import org.jspecify.annotations.NullMarked;
