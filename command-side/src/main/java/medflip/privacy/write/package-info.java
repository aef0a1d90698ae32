/**
 * What people ask about their data: the requests with their clocks, and the work of forgetting somebody, step by step,
 * until it is shown that nothing is left.
 */
@NullMarked
package medflip.privacy.write;

import org.jspecify.annotations.NullMarked;
