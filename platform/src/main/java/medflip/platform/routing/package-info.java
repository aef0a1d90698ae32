/**
 * Commands to the process that decides for their aggregate, by way of Axon Server. Where no server is named, nothing of
 * this is there.
 */
@NullMarked
package medflip.platform.routing;

import org.jspecify.annotations.NullMarked;
