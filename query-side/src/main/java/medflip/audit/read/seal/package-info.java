/** The seal over a business's logs, for whoever wants to check it: checkpoints, proofs, and the audit bundle. */
@NullMarked
package medflip.audit.read.seal;

import org.jspecify.annotations.NullMarked;
