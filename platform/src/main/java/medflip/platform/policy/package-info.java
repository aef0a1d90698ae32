/** The published privacy policy: which version is in force. */
@NullMarked
package medflip.platform.policy;

import org.jspecify.annotations.NullMarked;
