/** How a letter looks, and what its sender makes of answers. */
@NullMarked
package medflip.platform.mail;

import org.jspecify.annotations.NullMarked;
