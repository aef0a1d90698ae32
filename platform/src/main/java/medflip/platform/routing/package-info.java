/**
 * By way of Axon Server: commands to the process that decides for their aggregate, questions to one that answers, and
 * events, if the log is kept there. Where no server is named, nothing of this is there.
 */
@NullMarked
package medflip.platform.routing;

import org.jspecify.annotations.NullMarked;
