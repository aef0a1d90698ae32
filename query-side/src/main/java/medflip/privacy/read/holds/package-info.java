/** What the law has kept: for the business it is about, and for those who run the service. */
@NullMarked
package medflip.privacy.read.holds;

import org.jspecify.annotations.NullMarked;
