/** What people asked about their data: the queue with its clocks, and the certificates of erasures. */
@NullMarked
package medflip.privacy.read.requests;

import org.jspecify.annotations.NullMarked;
