/** Axon, tamed: its buses, processors, stores and serializers, wired once and checked at start. */
@NullMarked
package medflip.platform.messaging;

import org.jspecify.annotations.NullMarked;
