/** The privacy policy, for everybody to read. */
@NullMarked
package medflip.privacy.read.policy;

import org.jspecify.annotations.NullMarked;
