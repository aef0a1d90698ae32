/**
 * The seal over the logs: Merkle trees whose signed checkpoints are handed out, so that whoever has one can tell,
 * without us, that nothing was changed, left out or put in since.
 */
@NullMarked
package medflip.platform.seal;

import org.jspecify.annotations.NullMarked;
